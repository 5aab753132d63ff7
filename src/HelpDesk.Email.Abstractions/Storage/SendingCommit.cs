namespace HelpDesk.Email.Storage;

/// <summary>Ready to Sending, right before a transport gets the mail; counts an attempt. The claim goes on.</summary>
public sealed record SendingCommit : OutboxCommit;
