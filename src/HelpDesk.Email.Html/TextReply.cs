namespace HelpDesk.Email.Html;

/// <summary>A mail in plain text parted into what its author wrote and what it repeats. Immutable.</summary>
public sealed class TextReply
{
    internal TextReply(string reply, string quoted, string signature, IReadOnlyList<QuotedPiece> quotes, bool hasAnsweredQuotes)
    {
        Reply = reply;
        Quoted = quoted;
        Signature = signature;
        Quotes = quotes;
        HasAnsweredQuotes = hasAnsweredQuotes;
    }

    /// <summary>The text without the quotations; the very same text where there is none. Whole lines are taken out.</summary>
    public string Reply { get; }

    /// <summary>The quotations, one after the other, with what introduced them.</summary>
    /// <value>Empty if there is none.</value>
    public string Quoted { get; }

    /// <summary>What was cut as signature, likewise.</summary>
    /// <value>Empty if nothing was.</value>
    public string Signature { get; }

    /// <summary>Whether quotations stayed in the reply because answers stand below them.</summary>
    public bool HasAnsweredQuotes { get; }

    /// <summary>Where the quotations stood, from top to bottom, apart from each other.</summary>
    /// <value>Empty if there is none.</value>
    public IReadOnlyList<QuotedPiece> Quotes { get; }
}
