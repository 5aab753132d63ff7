using HelpDesk.Email.CrashCampaign.CommandLine;

namespace HelpDesk.Email.CrashCampaign.Reporting;

internal static class ReportVerb
{
    public static Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken) => Task.FromResult(2);
}
