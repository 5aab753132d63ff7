namespace HelpDesk.Email.Mailing;

/// <summary>A file that goes with an agent's answer.</summary>
/// <param name="FileName">Its name; it is made safe.</param>
/// <param name="ContentType">Its media type, for instance <c>application/pdf</c>.</param>
/// <param name="Open">Opens it from its start.</param>
public sealed record ReplyFile(string FileName, string ContentType, Func<Stream> Open)
{
    /// <summary>The Content-ID without angle brackets by which the answer's HTML shows it (<c>cid:</c>, RFC 2392), or <see langword="null"/>.</summary>
    public string? ContentId { get; init; }
}
