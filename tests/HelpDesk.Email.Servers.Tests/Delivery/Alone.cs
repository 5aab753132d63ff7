namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>Tests that look at the memory of the process, or at a queue that all others fill.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
