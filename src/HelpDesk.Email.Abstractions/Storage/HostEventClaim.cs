namespace HelpDesk.Email.Storage;

/// <summary>The right to tell an event, for a while.</summary>
/// <param name="Sequence">Its place in the order of commits.</param>
/// <param name="Event">The event.</param>
/// <param name="Attempts">How often it was claimed, this time included.</param>
/// <param name="Node">Who holds it.</param>
/// <param name="Fence">Greater with each claim.</param>
public sealed record HostEventClaim(long Sequence, NewHostEvent Event, int Attempts, string Node, long Fence);
