using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Documentation.Tests.Pipeline;

/// <summary>What one mail leaves behind for those who look after the help desk.</summary>
internal static class MailStory
{
    private const string Mail = """
        From: Ann <ann@example.test>
        To: support@helpdesk.test
        Subject: My printer smokes
        Message-ID: <1@example.test>
        Date: Mon, 5 Jan 2026 08:59:00 +0000

        It began this morning. Please help.

        -- 
        Ann, Accounting
        """;

    /// <summary>The lines of the log, as the console shows them.</summary>
    public static async Task<string> LogAsync(CancellationToken cancellationToken) => (await TellAsync(cancellationToken)).Log;

    /// <summary>The trace in the row.</summary>
    public static async Task<string> TraceAsync(CancellationToken cancellationToken) => (await TellAsync(cancellationToken)).Trace;

    private static async Task<(string Log, string Trace)> TellAsync(CancellationToken cancellationToken)
    {
        using var log = new LogLines();
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => log.AddTo(mail.Services), cancellationToken);
        var delivery = await desk.DeliverAsync(HarnessMail.Of(Mail), cancellationToken);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10), cancellationToken);
        var trace = delivery.Trace.Select(line => $"{line.Step,-15} {line.Verdict,-9} {line.Reason}".TrimEnd());
        return (string.Join('\n', log.All), string.Join('\n', trace));
    }
}
