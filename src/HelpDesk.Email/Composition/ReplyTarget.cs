using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Composition;

/// <summary>Where answers go.</summary>
/// <param name="ReplyTo">What stands in Reply-To, or <see langword="null"/> where answers go to From.</param>
/// <param name="Signed">The address with the recipient's token, or <see langword="null"/>.</param>
internal sealed record ReplyTarget(EmailAddress? ReplyTo, string? Signed);
