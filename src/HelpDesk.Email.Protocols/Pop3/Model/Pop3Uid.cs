namespace HelpDesk.Email.Protocols.Pop3.Model;

/// <summary>What a mail is called (UIDL).</summary>
/// <param name="Number">Its number in this session, from 1; the next session may give another one.</param>
/// <param name="Uid">Its name, which should stay and be unique. Servers are known to use one again, so compare contents where it matters.</param>
public readonly record struct Pop3Uid(int Number, string Uid);
