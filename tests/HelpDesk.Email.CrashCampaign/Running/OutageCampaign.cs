using HelpDesk.Email.CrashCampaign.CommandLine;

namespace HelpDesk.Email.CrashCampaign.Running;

internal static class OutageCampaign
{
    public static Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken) => Task.FromResult(2);
}
