namespace HelpDesk.Email.Storage;

/// <summary>The answer to one appended row.</summary>
/// <param name="Id">The row: the new one, or for <see cref="AppendStatus.Known"/> the one that has the receipt.</param>
/// <param name="Status">What was done.</param>
public readonly record struct AppendResult(long Id, AppendStatus Status);
