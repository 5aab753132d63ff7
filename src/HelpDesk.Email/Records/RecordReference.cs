namespace HelpDesk.Email.Records;

/// <summary>A keyword at the start of a subject: <c>[announcement - new]</c>, <c>[announcement - 17]</c>, <c>[announcement - 17 - delete]</c>.</summary>
/// <param name="Module">The module in lower case.</param>
/// <param name="Id">The record, or <see langword="null"/> for one that is made.</param>
/// <param name="Operation">What is asked for.</param>
/// <param name="Rest">The subject behind it.</param>
internal sealed record RecordReference(string Module, string? Id, RecordOperation Operation, string Rest)
{
    private const int MaxLength = 40;

    /// <summary>Reads a keyword; an answer ("Re: [announcement - 17]") has none, so that nobody deletes by a word of thanks.</summary>
    public static RecordReference? Read(string subject)
    {
        var text = subject.AsSpan().Trim();
        var end = text.IndexOf(']');
        if (end < 0 || text[0] != '[')
        {
            return null;
        }

        var parts = Parts(text[1..end]);
        if (parts.Count is not (2 or 3) || !parts.TrueForAll(IsWord) || !char.IsAsciiLetter(parts[0][0]))
        {
            return null;
        }

        var isNew = parts[1].Equals("new", StringComparison.OrdinalIgnoreCase);
        var isDelete = parts.Count == 3;
        if (isDelete && (isNew || !parts[2].Equals("delete", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var operation = isNew ? RecordOperation.Create : isDelete ? RecordOperation.Delete : RecordOperation.Update;
        return new RecordReference(parts[0].ToLowerInvariant(), isNew ? null : parts[1], operation, text[(end + 1)..].Trim().ToString());
    }

    /// <summary>The keyword without its brackets.</summary>
    public override string ToString() => Operation switch
    {
        RecordOperation.Create => $"{Module} - new",
        RecordOperation.Delete => $"{Module} - {Id} - delete",
        _ => $"{Module} - {Id}",
    };

    // A dash with blanks at both sides parts; one inside an id does not.
    private static List<string> Parts(ReadOnlySpan<char> text)
    {
        var parts = new List<string>(3);
        var from = 0;
        for (var i = 1; i < text.Length - 1 && parts.Count < 3; i++)
        {
            if (text[i] is '-' or '\u2013' or '\u2014' && char.IsWhiteSpace(text[i - 1]) && char.IsWhiteSpace(text[i + 1]))
            {
                parts.Add(text[from..i].Trim().ToString());
                from = i + 1;
            }
        }

        parts.Add(text[from..].Trim().ToString());
        return parts;
    }

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= MaxLength && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '@' or '+');
}
