using System.Globalization;
using System.Text;
using HelpDesk.Email.Protocols.Imap.Model;

namespace HelpDesk.Email.Protocols.Tests.Sources;

/// <summary>As much of IMAP as a mailbox source says.</summary>
internal sealed class SmallImapServer : SmallServer
{
    private const string Offers = "CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN UIDPLUS MOVE";

    private readonly HashSet<uint> _deleted = [];

    public uint UidValidity { get; set; } = 77;

    /// <summary>Gives every mail another number.</summary>
    public void Renumber()
    {
        lock (Mails)
        {
            var all = Mails.Values.ToList();
            Mails.Clear();
            (UidValidity, Next) = (UidValidity + 1, 1);
            all.ForEach(Deliver);
        }
    }

    protected override async Task TalkAsync()
    {
        await SayAsync($"* OK [{Offers}] ready");
        while (true)
        {
            var words = (await HearAsync()).Split(' ', 3);
            var (tag, verb, rest) = (words[0], words[1], words.ElementAtOrDefault(2) ?? string.Empty);
            if (verb == "UID")
            {
                (verb, rest) = (rest[..rest.IndexOf(' ', StringComparison.Ordinal)], rest[(rest.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            }

            Commands.Add($"{verb} {rest}");
            await AnswerAsync(verb, rest);
            await SayAsync(verb switch
            {
                "AUTHENTICATE" => $"{tag} OK [{Offers}] in",
                "SELECT" => $"{tag} OK [READ-WRITE] open",
                "EXAMINE" => $"{tag} OK [READ-ONLY] open",
                _ => $"{tag} OK done",
            });
            if (verb == "LOGOUT")
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(string verb, string rest)
    {
        switch (verb)
        {
            case "SELECT" or "EXAMINE":
                await SayAsync($"* {Mails.Count} EXISTS\r\n* OK [UIDVALIDITY {UidValidity}] valid\r\n* OK [UIDNEXT {Next}] next");
                break;
            case "NOOP":
                await SayAsync($"* {Mails.Count} EXISTS");
                break;
            case "LIST":
                await SayAsync($"* LIST () \"/\" {rest.Split(' ')[^1]}");
                break;
            case "LOGOUT":
                await SayAsync("* BYE");
                break;
            case "SEARCH" when rest.StartsWith("HEADER", StringComparison.Ordinal):
                await SayAsync("* SEARCH " + string.Join(' ', Mails.Where(mail => Encoding.Latin1.GetString(mail.Value).Contains(rest.Split('"')[3], StringComparison.Ordinal)).Select(mail => mail.Key)));
                break;
            case "SEARCH":
                await SayAsync("* SEARCH " + string.Join(' ', Of(rest.Split(' ')[1])));
                break;
            case "FETCH":
                await FetchAsync(Of(rest.Split(' ')[0]), rest);
                break;
            case "STORE":
                (rest.Contains("Deleted", StringComparison.Ordinal) ? _deleted : Seen).UnionWith(Of(rest.Split(' ')[0]));
                break;
            case "EXPUNGE":
                await RemoveAsync(Of(rest).Where(_deleted.Contains), move: false);
                break;
            case "MOVE":
                await RemoveAsync(Of(rest.Split(' ')[0]), move: true);
                break;
        }
    }

    private async Task FetchAsync(IReadOnlyList<uint> uids, string items)
    {
        foreach (var uid in uids)
        {
            var octets = Mails[uid];
            var number = Mails.Keys.Count(each => each <= uid);
            var text = new StringBuilder($"* {number} FETCH (UID {uid} RFC822.SIZE {octets.Length}");
            if (items.Contains("HEADER.FIELDS", StringComparison.Ordinal))
            {
                var field = Encoding.Latin1.GetString(octets).Split("\r\n").FirstOrDefault(line => line.StartsWith("Message-ID:", StringComparison.Ordinal)) is { } id ? id + "\r\n\r\n" : "\r\n";
                text.Append(CultureInfo.InvariantCulture, $" BODY[HEADER.FIELDS (Message-ID)] {{{field.Length}}}\r\n{field}");
            }

            if (items.Contains("BODY.PEEK[]", StringComparison.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $" BODY[] {{{octets.Length}}}\r\n{Encoding.Latin1.GetString(octets)}");
            }

            await SayAsync(text.Append(')').ToString());
        }
    }

    private async Task RemoveAsync(IEnumerable<uint> uids, bool move)
    {
        foreach (var uid in uids.ToList())
        {
            int number;
            lock (Mails)
            {
                number = Mails.Keys.ToList().IndexOf(uid) + 1;
                Mails.Remove(uid, out var octets);
                if (move)
                {
                    Moved.Add(octets!);
                }
            }

            await SayAsync($"* {number} EXPUNGE");
        }
    }

    // n:* names the last mail where none is above n.
    private IReadOnlyList<uint> Of(string set)
    {
        lock (Mails)
        {
            if (!set.EndsWith(":*", StringComparison.Ordinal))
            {
                return [.. ImapUidSet.TryExpand(set, 1_000_000)!.Where(Mails.ContainsKey)];
            }

            var first = uint.Parse(set[..^2], CultureInfo.InvariantCulture);
            return Mails.Count == 0 ? [] : [.. Mails.Keys.Where(uid => uid >= Math.Min(first, Mails.Keys.Last()))];
        }
    }
}
