using System.Globalization;

namespace HelpDesk.Email.Benchmarks.Servers;

/// <summary>An IMAP server whose one folder has these mails, numbered from 1, or more that nobody fetches.</summary>
/// <param name="mails">The mails.</param>
/// <param name="count">How many it says there are.</param>
internal sealed class ImapStub(IReadOnlyList<byte[]> mails, int count) : StubServer
{
    /// <summary>How many mails there are now.</summary>
    public int Count { get; set; } = count;

    protected override async Task TalkAsync(StubLine line)
    {
        await line.SayAsync("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready");
        while (await line.ReadAsync() is { } said)
        {
            Commands++;
            var words = said.Split(' ');
            var name = words.Length > 2 && words[1] == "UID" ? words[2] : words.ElementAtOrDefault(1);
            switch (name)
            {
                case "SELECT" or "EXAMINE":
                    await line.SayAsync($"* {Count} EXISTS\r\n* OK [UIDVALIDITY 1] valid\r\n* OK [UIDNEXT {Count + 1}] next");
                    break;
                case "NOOP":
                    await line.SayAsync($"* {Count} EXISTS");
                    break;
                case "SEARCH":
                    var from = int.Parse(words[^1].Split(':')[0], CultureInfo.InvariantCulture);
                    await line.SayAsync("* SEARCH " + string.Join(' ', Enumerable.Range(from, Math.Max(0, Count + 1 - from))));
                    break;
                case "FETCH":
                    await FetchAsync(line, words[3], said.Contains("BODY.PEEK[]", StringComparison.Ordinal));
                    break;
                case "LOGOUT":
                    await line.SayAsync("* BYE see you");
                    break;
            }

            await line.SayAsync(words[1] switch
            {
                "SELECT" => $"{words[0]} OK [READ-WRITE] open",
                "EXAMINE" => $"{words[0]} OK [READ-ONLY] open",
                _ => $"{words[0]} OK done",
            });
        }
    }

    private async Task FetchAsync(StubLine line, string set, bool wantsOctets)
    {
        foreach (var range in set.Split(','))
        {
            var ends = range.Split(':').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
            for (var uid = ends[0]; uid <= ends[^1]; uid++)
            {
                var octets = mails[(uid - 1) % mails.Count];
                if (!wantsOctets)
                {
                    await line.SayAsync($"* {uid} FETCH (UID {uid} RFC822.SIZE {octets.Length})");
                    continue;
                }

                await line.SayAsync($"* {uid} FETCH (UID {uid} BODY[] {{{octets.Length}}}");
                await line.SayAsync(octets);
                await line.SayAsync(")");
            }
        }
    }
}
