using HelpDesk.Email.Protocols.Pop3.Model;

namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>One row of the protocol.</summary>
/// <param name="Verb">The command.</param>
/// <param name="Allowed">The states in which it may be said.</param>
/// <param name="AfterOk">The state once it is done; <see langword="null"/> for the same.</param>
internal sealed record Pop3Rule(string Verb, Pop3State Allowed, Pop3State? AfterOk = null);
