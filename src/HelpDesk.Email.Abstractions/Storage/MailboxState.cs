namespace HelpDesk.Email.Storage;

/// <summary>What is remembered of a mailbox.</summary>
/// <param name="Cursor">How far its source has read, in the source's words; <see langword="null"/> before the first mail.</param>
/// <param name="LastSuccess">When it was last read without an error, or <see langword="null"/>.</param>
/// <param name="Failures">Errors in a row since.</param>
public sealed record MailboxState(string? Cursor, DateTimeOffset? LastSuccess, int Failures);
