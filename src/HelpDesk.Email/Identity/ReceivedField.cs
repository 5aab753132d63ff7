namespace HelpDesk.Email.Identity;

/// <summary>The two hosts of a Received field (RFC 5321 section 4.4).</summary>
/// <param name="From">Who handed the mail over, or <see langword="null"/> for one that was written on the spot.</param>
/// <param name="By">Who wrote the field, or <see langword="null"/>.</param>
internal sealed record ReceivedField(string? From, string? By)
{
    public static ReceivedField Parse(string value)
    {
        string? from = null;
        string? by = null;
        var words = FieldWords.Read(value);
        for (var i = 0; i + 1 < words.Count && !words[i].IsSignOf(';') && by is null; i++)
        {
            if (from is null && words[i].Says("from"))
            {
                // The next word is a name that the other side chose: it may be "by".
                from = words[++i].Text;
            }
            else if (words[i].Says("by"))
            {
                by = words[i + 1].Text;
            }
        }

        return new ReceivedField(from, by);
    }
}
