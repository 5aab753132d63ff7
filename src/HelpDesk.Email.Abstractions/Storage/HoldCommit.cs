namespace HelpDesk.Email.Storage;

/// <summary>Back to Ready without an attempt counted, because the channel is closed for now; ends the claim.</summary>
/// <param name="NotBefore">When it is tried at the earliest.</param>
/// <param name="Reason">Why it waits.</param>
public sealed record HoldCommit(DateTimeOffset NotBefore, string Reason) : OutboxCommit;
