using HelpDesk.Email.Testing.Conformance.Octets;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Large mails go through in pieces.</summary>
internal static class MemoryRules
{
    private const int Length = 32 << 20;

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_large_mail_is_never_in_memory",
            "Copy octets in pieces from OpenRead to where they stay, and give them back as a stream over that place: several large mails at once must not stand in memory.",
            async trial =>
            {
                trial.RequireStreams();
                var seed = 3_000;
                long id = 0;
                await HeldMemory.ExpectSmallAsync(Length, async tell =>
                    id = await trial.AddAsync(trial.Row() with { Content = new GeneratedContent(new GeneratedOctets(++seed, Length), tell) }).ConfigureAwait(false)).ConfigureAwait(false);
                await HeldMemory.ExpectSmallAsync(Length, tell => ReadAsync(trial, id, tell)).ConfigureAwait(false);
            }),
    ];

    private static async Task ReadAsync(MailTrial trial, long id, Action<long> tell)
    {
        using var content = Expect.Present(await trial.Store.Journal.OpenContentAsync(id, trial.Cancellation).ConfigureAwait(false), "The content");
        var stream = content.OpenRead();
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[81_920];
            long position = 0;
            int read;
            while ((read = await stream.ReadAsync(buffer, trial.Cancellation).ConfigureAwait(false)) > 0)
            {
                tell(position += read);
            }
        }
    }
}
