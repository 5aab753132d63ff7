namespace HelpDesk.Email.Storage;

/// <summary>The right to be the only one to do a thing, for a while.</summary>
/// <param name="Name">What is leased.</param>
/// <param name="Node">Who holds it.</param>
/// <param name="Fence">Greater each time the lease changes hands.</param>
public sealed record Lease(string Name, string Node, long Fence);
