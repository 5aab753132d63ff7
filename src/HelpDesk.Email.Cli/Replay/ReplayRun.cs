using System.Diagnostics;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Replay.Desk;
using HelpDesk.Email.Cli.Replay.Scenarios;

namespace HelpDesk.Email.Cli.Replay;

/// <summary>Runs a scenario from its first step to its last, and then says what became of each mail.</summary>
internal sealed class ReplayRun(ToolConsole console, OutputFormat format)
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="UsageException">The scenario is wrong.</exception>
    public async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        var scenario = await new ScenarioReader(Warn).ReadAsync(path, cancellationToken).ConfigureAwait(false);
        var desk = await ReplayDesk.StartAsync(scenario, cancellationToken).ConfigureAwait(false);
        await using (desk.ConfigureAwait(false))
        {
            var mails = new List<(string File, long Row)>();
            var code = ExitCodes.Done;
            foreach (var step in scenario.Steps)
            {
                try
                {
                    await DoAsync(desk, step, mails, cancellationToken).ConfigureAwait(false);
                }
                catch (ReplayException e)
                {
                    Warn(e.Message);
                    code = ExitCodes.Failed;
                }
            }

            await ReportAsync(desk, mails, cancellationToken).ConfigureAwait(false);
            return code;
        }
    }

    private async Task DoAsync(ReplayDesk desk, ScenarioStep step, List<(string File, long Row)> mails, CancellationToken cancellationToken)
    {
        if (step.At is { } at)
        {
            var now = desk.Harness.Clock.GetUtcNow();
            if (at < now)
            {
                Warn($"The clock stands at {now:O} already; it does not go back to {at:O}.");
            }

            await desk.Harness.AdvanceToAsync(at, cancellationToken).ConfigureAwait(false);
        }

        switch (step)
        {
            case MailStep mail:
                mails.Add((mail.File, await desk.DeliverAsync(mail, cancellationToken).ConfigureAwait(false)));
                break;
            case AdvanceStep advance:
                await desk.Harness.AdvanceAsync(advance.By, cancellationToken).ConfigureAwait(false);
                break;
            case EventStep hostEvent:
                await new HostChanges(desk.Harness).MakeAsync(hostEvent, cancellationToken).ConfigureAwait(false);
                break;
            case SendStep send:
                await new HostChanges(desk.Harness).SendAsync(send, cancellationToken).ConfigureAwait(false);
                break;
            case RefuseStep refuse:
                desk.Refuse(refuse.Replies);
                break;
            case SettingsStep settings:
                desk.Change(settings.Settings);
                break;
            default:
                throw new UnreachableException();
        }
    }

    // At the end, and not as they come: time may bring a deferred mail to its end.
    private async Task ReportAsync(ReplayDesk desk, List<(string File, long Row)> mails, CancellationToken cancellationToken)
    {
        var report = new ReplayReport(desk, mails);
        foreach (var (file, row) in mails)
        {
            var line = await report.OfMailAsync(file, row, cancellationToken).ConfigureAwait(false);
            await (format == OutputFormat.Json
                ? JsonLine.WriteAsync(console.Out, line, cancellationToken)
                : ReplayText.WriteAsync(console.Out, line, cancellationToken)).ConfigureAwait(false);
        }

        var everything = await report.OfEverythingAsync(cancellationToken).ConfigureAwait(false);
        await (format == OutputFormat.Json
            ? JsonLine.WriteAsync(console.Out, everything, cancellationToken)
            : ReplayText.WriteAsync(console.Out, everything, cancellationToken)).ConfigureAwait(false);
    }

    private void Warn(string message) => console.Error.WriteLine(Printable.Line(message));
}
