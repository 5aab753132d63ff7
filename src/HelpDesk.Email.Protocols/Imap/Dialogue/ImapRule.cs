using HelpDesk.Email.Protocols.Imap.Model;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>One row of the protocol.</summary>
/// <param name="Verb">The command.</param>
/// <param name="Allowed">The states in which it may be said.</param>
/// <param name="AfterOk">The state once it is done; <see langword="null"/> for the same.</param>
/// <param name="AfterNo">The state once it is refused; <see langword="null"/> for the same.</param>
internal sealed record ImapRule(string Verb, ImapState Allowed, ImapState? AfterOk = null, ImapState? AfterNo = null);
