namespace HelpDesk.Email.Content;

/// <summary>A body taken apart.</summary>
/// <param name="Reply">What the person wrote.</param>
/// <param name="Quoted">What was cut as quotation.</param>
/// <param name="Signature">What was cut as signature.</param>
internal sealed record ReplyParts(string Reply, string Quoted, string Signature)
{
    /// <summary>The reply's HTML as it came, unsafe; or <see langword="null"/> where the mail has none.</summary>
    public string? UnsafeHtml { get; init; }

    /// <summary>What told the quotations, each once, in their order.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
