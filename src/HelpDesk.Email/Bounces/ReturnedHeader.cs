namespace HelpDesk.Email.Bounces;

/// <summary>Finds where, in the text of a bounce, the mail begins that it gives back.</summary>
/// <remarks>
/// Either a run of three or more header lines, of which one is a field that reports themselves don't print (Received,
/// Message-ID, Return-Path, or From with Subject or Date), or a line that announces a copy. One pass over the lines.
/// </remarks>
internal static class ReturnedHeader
{
    private const int FewestFields = 3;

    private static readonly string[] Announcements =
    [
        "copy of the message", "copy of your message", "copy of the original message", "message follows", "headers follow", "header follows",
        "message text follows", "original message:", "original message --", "original message-", "returned message", "original mail follows",
        "message header follows", "below this line is", "unsent message",
    ];

    /// <summary>The number of the first line of what is given back; the number of all lines when nothing is.</summary>
    public static int Find(string[] lines)
    {
        var start = -1;
        var fields = 0;
        var proof = 0;
        var addressSeen = false;
        var textSeen = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan();
            if (start >= 0 && line.Length > 0 && line[0] is ' ' or '\t' && !line.IsWhiteSpace())
            {
                continue;
            }

            if (FieldName(line) is { Length: > 0 } name)
            {
                start = start < 0 ? i : start;
                fields++;
                proof += Weight(name);
                // A report that begins with such lines has them of its own.
                if (textSeen && fields >= FewestFields && proof >= 3)
                {
                    return start;
                }

                continue;
            }

            start = -1;
            fields = proof = 0;
            if (addressSeen && Announces(line))
            {
                return i;
            }

            textSeen = textSeen || !line.IsWhiteSpace();
            addressSeen = addressSeen || line.Contains('@');
        }

        return lines.Length;
    }

    private static bool Announces(ReadOnlySpan<char> line)
    {
        if (line.Length > 120)
        {
            return false;
        }

        foreach (var announcement in Announcements)
        {
            if (line.Contains(announcement, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // A report that stands in plain text has fields of its own, which begin no returned mail.
    private static int Weight(ReadOnlySpan<char> name)
    {
        if (Is(name, "Received") || Is(name, "Message-ID") || Is(name, "Return-Path") || Is(name, "MIME-Version") || Is(name, "DKIM-Signature"))
        {
            return 3;
        }

        if (Is(name, "From"))
        {
            return 2;
        }

        if (Is(name, "Subject") || Is(name, "Date"))
        {
            return 1;
        }

        return Is(name, "Reporting-MTA") || Is(name, "Final-Recipient") || Is(name, "Original-Recipient") || Is(name, "Action")
            || Is(name, "Status") || Is(name, "Diagnostic-Code") || Is(name, "Remote-MTA") || Is(name, "Arrival-Date") || Is(name, "Sent")
            ? -100
            : 0;
    }

    private static bool Is(ReadOnlySpan<char> name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> FieldName(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, 60)].IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(line[0]))
        {
            return default;
        }

        var name = line[..colon];
        foreach (var character in name)
        {
            if (!(char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
            {
                return default;
            }
        }

        return name;
    }
}
