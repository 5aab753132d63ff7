namespace HelpDesk.Email.Content;

/// <summary>A body taken apart.</summary>
/// <param name="Reply">What the person wrote.</param>
/// <param name="Quoted">What was cut as quotation.</param>
/// <param name="Signature">What was cut as signature.</param>
internal sealed record ReplyParts(string Reply, string Quoted, string Signature);
