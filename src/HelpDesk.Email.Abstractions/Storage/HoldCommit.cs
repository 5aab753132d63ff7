namespace HelpDesk.Email.Storage;

/// <summary>Back to Ready without an attempt counted, because the channel is closed for now; ends the claim.</summary>
/// <remarks>From Ready or Sending; an attempt that this claim counted is taken back, and <see cref="OutboxEntry.LostAttempts"/> is zero again.</remarks>
/// <param name="NotBefore">When it is tried at the earliest.</param>
/// <param name="Reason">Why it waits; becomes <see cref="OutboxEntry.LastError"/>.</param>
public sealed record HoldCommit(DateTimeOffset NotBefore, string Reason) : OutboxCommit;
