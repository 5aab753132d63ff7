namespace HelpDesk.Email.Storage;

/// <summary>Ready to Sending, right before a transport gets the mail; counts an attempt. The claim goes on.</summary>
/// <remarks>A row that was found in Sending (<see cref="OutboxClaim.InDoubt"/>) stays there and counts one more. Once a claim.</remarks>
public sealed record SendingCommit : OutboxCommit;
