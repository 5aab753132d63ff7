namespace HelpDesk.Email.Protocols.Pop3.Model;

/// <summary>How long a mail is (LIST).</summary>
/// <param name="Number">Its number in this session, from 1.</param>
/// <param name="Octets">How many octets it has by the server's own word, which is not always true.</param>
public readonly record struct Pop3Size(int Number, long Octets);
