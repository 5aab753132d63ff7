using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>What came after DATA.</summary>
/// <param name="Status">Whether the end of the mail came, and if not, why.</param>
/// <param name="Content">The octets, to be disposed; <see langword="null"/> when there is a refusal or no end.</param>
/// <param name="Refusal">The answer when the mail came to its end but is not taken.</param>
internal readonly record struct SmtpData(ReadStatus Status, MailContent? Content = null, SmtpReply? Refusal = null);
