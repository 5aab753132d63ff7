using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tls;

/// <summary>Why a connection is not encrypted.</summary>
/// <param name="Failure">The reason.</param>
/// <param name="Reason">The same in words, as the end of a sentence.</param>
/// <param name="Cause">What the platform threw, where it did.</param>
internal sealed record TlsRefusal(MailFailure Failure, string Reason, Exception? Cause = null);
