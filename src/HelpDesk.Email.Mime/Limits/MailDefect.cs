namespace HelpDesk.Email.Mime;

/// <summary>Something wrong with a message that did not keep it from being read.</summary>
/// <param name="Kind">What kind of damage it is.</param>
/// <param name="Description">A short English phrase in lower case, such as <c>unterminated multipart boundary</c>; it never quotes the message.</param>
public sealed record MailDefect(MailDefectKind Kind, string Description);
