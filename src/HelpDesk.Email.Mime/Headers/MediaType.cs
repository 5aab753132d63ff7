namespace HelpDesk.Email.Mime;

/// <summary>What kind of content a part holds: the Content-Type of RFC 2045 section 5. Immutable.</summary>
/// <param name="Type">The type in lower case, such as <c>text</c>.</param>
/// <param name="Subtype">The subtype in lower case, such as <c>plain</c>.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record MediaType(string Type, string Subtype, HeaderParameters Parameters)
{
    /// <summary>Plain text, which a part is that says nothing (RFC 2045 section 5.2).</summary>
    public static MediaType PlainText { get; } = new("text", "plain", HeaderParameters.None);

    internal static MediaType Message { get; } = new("message", "rfc822", HeaderParameters.None);

    /// <summary>Type and subtype in lower case, such as <c>text/plain</c>.</summary>
    public string Full => (Type, Subtype) switch
    {
        ("text", "plain") => "text/plain",
        ("text", "html") => "text/html",
        _ => $"{Type}/{Subtype}",
    };

    internal bool IsMultipart => Type == "multipart";

    internal bool IsPlainText => Type == "text" && Subtype == "plain";

    internal bool IsHtml => Type == "text" && Subtype == "html";

    internal bool IsMessage => Type == "message" && (Subtype is "rfc822" or "global" or "news");

    internal bool Is(string type, string subtype) => Type == type && Subtype == subtype;

    /// <inheritdoc/>
    public override string ToString() => Full;
}
