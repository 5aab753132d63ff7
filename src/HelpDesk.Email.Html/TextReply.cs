namespace HelpDesk.Email.Html;

/// <summary>A mail in plain text parted into what its author wrote and what it repeats. Immutable.</summary>
public sealed class TextReply
{
    private readonly string _source;

    internal TextReply(string source, string reply, string signature, IReadOnlyList<QuotedPiece> quotes, bool hasAnsweredQuotes)
    {
        _source = source;
        Reply = reply;
        Signature = signature;
        Quotes = quotes;
        HasAnsweredQuotes = hasAnsweredQuotes;
    }

    /// <summary>The text without the quotations; the very same text where there is none. Whole lines are taken out.</summary>
    public string Reply { get; }

    /// <summary>The quotations, one after the other, with what introduced them.</summary>
    /// <value>Empty if there is none.</value>
    public string Quoted => field ??= string.Concat(Quotes.Select(piece => _source.Substring(piece.Start, piece.Length)));

    /// <summary>What was cut as signature, likewise.</summary>
    /// <value>Empty if nothing was.</value>
    public string Signature { get; }

    /// <summary>Whether quotations stayed in the reply because answers stand below them.</summary>
    public bool HasAnsweredQuotes { get; }

    /// <summary>Where the quotations stood, from top to bottom, apart from each other.</summary>
    /// <value>Empty if there is none.</value>
    public IReadOnlyList<QuotedPiece> Quotes { get; }
}
