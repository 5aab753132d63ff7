namespace HelpDesk.Email.Configuration;

/// <summary>How the reply is told from what it quotes, below <c>ReplyParsing</c>. The original is always kept.</summary>
public sealed class ReplyParsingOptions
{
    /// <summary>Lines that end the reply: a line that is one of these, white space at its ends left out.</summary>
    public IList<string> Delimiters { get; set; } = [];

    /// <summary>Whether a signature is cut.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool CutSignatures { get; set; } = true;
}
