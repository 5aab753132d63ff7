using System.Globalization;
using System.Text;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Cli.Replay.Desk;

/// <summary>Words of a scenario that stand for what only the engine knows of a mail that it sent: <c>{{outbox:0:messageId}}</c>, <c>{{outbox:0:returnPath}}</c>.</summary>
internal static class OutboxWords
{
    private const string Begin = "{{outbox:";
    private const string End = "}}";

    /// <summary>Puts in what they stand for; octets beside them stay as they are.</summary>
    /// <exception cref="UsageException">There is no such mail, or no such word.</exception>
    public static byte[] In(byte[] octets, IReadOnlyList<OutboxEntry> outbox) =>
        octets.AsSpan().IndexOf("{{outbox:"u8) < 0 ? octets : Encoding.Latin1.GetBytes(In(Encoding.Latin1.GetString(octets), outbox));

    /// <summary>Puts in what they stand for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="outbox">The mails, the oldest first.</param>
    /// <exception cref="UsageException">There is no such mail, or no such word.</exception>
    public static string In(string text, IReadOnlyList<OutboxEntry> outbox)
    {
        var done = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf(Begin, at, StringComparison.Ordinal) is >= 0 and var begin && text.IndexOf(End, begin, StringComparison.Ordinal) is >= 0 and var end)
        {
            done.Append(text, at, begin - at).Append(Meaning(text[(begin + Begin.Length)..end], outbox));
            at = end + End.Length;
        }

        return done.Append(text, at, text.Length - at).ToString();
    }

    private static string Meaning(string word, IReadOnlyList<OutboxEntry> outbox)
    {
        var parts = word.Split(':');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= outbox.Count)
        {
            throw new UsageException($"{Begin}{word}{End} names no mail of the outbox; there are {outbox.Count} by then, and the first is 0.");
        }

        return parts[1] switch
        {
            "messageId" => outbox[number].MessageId,
            "returnPath" => outbox[number].ReversePath,
            _ => throw new UsageException($"{Begin}{word}{End} is unknown; there are messageId and returnPath."),
        };
    }
}
