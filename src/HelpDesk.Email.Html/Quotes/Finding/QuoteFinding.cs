namespace HelpDesk.Email.Html.Quotes.Finding;

/// <summary>A quotation: its nodes, and what told it.</summary>
/// <param name="First">The first node.</param>
/// <param name="Last">The last node.</param>
/// <param name="Evidence">For people who ask why.</param>
/// <param name="IsPlain">Whether nothing but the element tells it: its author may have set it as well.</param>
internal readonly record struct QuoteFinding(int First, int Last, string Evidence, bool IsPlain = false)
{
    /// <summary>The evidence for a line that introduces a quotation.</summary>
    internal const string Attribution = "attribution";

    /// <summary>The evidence for lines with a sign before each.</summary>
    internal const string QuoteMarks = "quote marks";
}
