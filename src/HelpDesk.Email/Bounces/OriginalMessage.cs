using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Bounces;

/// <summary>What a report tells of the mail it is about.</summary>
internal static class OriginalMessage
{
    private const string IdField = "Message-ID:";
    private const int MostStatus = 262_144;

    /// <summary>Its Message-ID: of the mail given back, of a header in the text, or of a line of the report itself.</summary>
    public static string? FindId(ReportText text, MailDocument document) =>
        text.Original?.MessageId ?? IdIn(text.Returned) ?? IdIn(text.Lines) ?? InParts(document) ?? Answered(document);

    /// <summary>The addresses of one of its fields.</summary>
    public static IEnumerable<string> Addresses(ReportText text, string field)
    {
        if (text.Original is { } original)
        {
            return (field == "To" ? original.To : original.From).Select(box => box.Address).OfType<string>();
        }

        return [];
    }

    // Where a part lacks its boundary or its empty line, the header given back stands in the part before or in the part's own.
    private static string? InParts(MailDocument document)
    {
        foreach (var part in document.AllParts().Skip(1))
        {
            if (part.Headers.First("Message-ID")?.Value is { } own && Bracketed(own) is { } id)
            {
                return id;
            }

            if (part.MediaType.Full is "message/delivery-status" && part.RawLength <= MostStatus && IdIn(part.ReadText().Split('\n')) is { } within)
            {
                return within;
            }
        }

        return null;
    }

    private static string? IdIn(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().TrimStart(" \t>|");
            if (!line.StartsWith(IdField, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var value = line[IdField.Length..].Trim();
            if (value.IsEmpty && i + 1 < lines.Length)
            {
                value = lines[i + 1].AsSpan().TrimStart(" \t>|").Trim();
            }

            if (Bracketed(value) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    private static string? Bracketed(ReadOnlySpan<char> value)
    {
        var open = value.IndexOf('<');
        var close = value.IndexOf('>');
        if (open >= 0 && close > open + 2)
        {
            return value[open..(close + 1)].ToString();
        }

        var end = value.IndexOfAny(' ', '\t');
        var word = end < 0 ? value : value[..end];
        return word.Contains('@') && word.Length <= 250 ? $"<{word.Trim("<>")}>" : null;
    }

    // A report that gives nothing back may still say, as an answer does, what it is about; two ids could be anything.
    private static string? Answered(MailDocument document) =>
        document.InReplyTo.Count == 1 ? document.InReplyTo[0] : document.References.Count == 1 ? document.References[0] : null;
}
