namespace HelpDesk.Email.Documentation.Tests.Extending;

/// <summary>Tests that look at the memory of the process, and run beside no others.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
