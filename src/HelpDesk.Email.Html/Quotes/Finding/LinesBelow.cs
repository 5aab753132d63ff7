using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Quotes.Finding;

/// <summary>What is known of the lines below one that may begin a signature.</summary>
internal struct LinesBelow
{
    /// <summary>How many there are, empty ones left out.</summary>
    internal int Count;

    /// <summary>How many of them read as sentences do.</summary>
    internal int Sentences;

    /// <summary>How many of them hold an address, a link or a telephone number.</summary>
    internal int Contacts;

    /// <summary>Whether one of them ends in a colon.</summary>
    internal bool Announces;

    /// <summary>Whether the first of them may be a name.</summary>
    internal bool BeginsWithName;

    /// <summary>Whether one of them begins in lower case, as the middle of a sentence does.</summary>
    internal bool IsRunning;

    /// <summary>Whether the first of them follows without an empty line.</summary>
    internal bool IsNear;

    internal void Add(ReadOnlySpan<char> line)
    {
        Count++;
        Sentences += SignatureText.IsSentence(line) ? 1 : 0;
        Contacts += SignatureText.IsContact(line) ? 1 : 0;
        Announces |= LineReader.IsColon(line[^1]);
        var title = line.IndexOf(" | ");
        BeginsWithName = SignatureText.IsName(title > 0 ? line[..title] : line);
        IsRunning |= char.IsLower(line[0]) && !SignatureText.IsContact(line);
    }
}
