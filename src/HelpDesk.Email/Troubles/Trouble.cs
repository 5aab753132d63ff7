namespace HelpDesk.Email.Troubles;

/// <summary>Something that the help desk itself has trouble with.</summary>
/// <param name="Key">The same for the same trouble: names a mailbox, an account or a part, and never a mail.</param>
/// <param name="IsError">Whether somebody has to see to it; else it may pass by itself.</param>
/// <param name="Text">What is wrong and what to do; no address and no subject of a correspondent.</param>
internal sealed record Trouble(string Key, bool IsError, string Text);
