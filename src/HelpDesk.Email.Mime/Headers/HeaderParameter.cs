namespace HelpDesk.Email.Mime;

/// <summary>A parameter of a Content-Type or Content-Disposition, its RFC 2231 pieces joined and decoded.</summary>
/// <param name="Name">Its name in lower case, without the marks of RFC 2231.</param>
/// <param name="Value">Its value without control characters; encoded-words in it are left as they are.</param>
public sealed record HeaderParameter(string Name, string Value);
