using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Sqlite.Tests.Throttles;

/// <summary>What was answered is remembered by the file, and not by the process.</summary>
public sealed class ThrottleRestartTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Feature", "BE-07")]
    public async Task A_restart_forgets_no_answer_and_the_window_slides_on_over_it()
    {
        using var folder = new StoreFolder();

        // Each time is a process of its own over the one file.
        Assert.Equal([OutboxState.Ready, OutboxState.Ready], await AnswersAsync(folder, TimeSpan.Zero, 2));
        Assert.Equal([OutboxState.Ready, OutboxState.Throttled], await AnswersAsync(folder, TimeSpan.FromMinutes(20), 2));

        // The first two are older than half an hour by now, the third is not.
        Assert.Equal([OutboxState.Ready, OutboxState.Ready, OutboxState.Throttled], await AnswersAsync(folder, TimeSpan.FromMinutes(31), 3));
    }

    private static async Task<IReadOnlyList<OutboxState>> AnswersAsync(StoreFolder folder, TimeSpan after, int mails)
    {
        await using var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Now = Start + after;
                options.Compose = mail => mail.UseSqlite($"Data Source={folder.DatabasePath}");
            },
            StoreFolder.Token);
        var states = new List<OutboxState>();
        for (var i = 0; i < mails; i++)
        {
            var mail = HarnessMail.Of($"From: ann@example.test\nTo: support@helpdesk.test\nSubject: {after} {i}\nMessage-ID: <{after.Minutes}.{i}@example.test>\n\nWord {i}.\n");
            states.Add(Assert.Single((await desk.DeliverAsync(mail, StoreFolder.Token)).Outbox).State);
        }

        return states;
    }
}
