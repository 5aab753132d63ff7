using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Classification;

/// <summary>A fact about a mail.</summary>
/// <param name="Text">The fact, for instance <c>Auto-Submitted: auto-replied</c>.</param>
/// <param name="Kind">What it makes of the mail, or <see langword="null"/> when it says nothing about that.</param>
/// <param name="ForbidsResponse">Whether no automatic answer may go out.</param>
internal sealed record ClassificationEvidence(string Text, MailKind? Kind, bool ForbidsResponse = true);
