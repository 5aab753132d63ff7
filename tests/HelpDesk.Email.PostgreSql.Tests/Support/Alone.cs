namespace HelpDesk.Email.PostgreSql.Tests.Support;

/// <summary>Tests that look at the memory of the process, or at what the server counts for all: they run beside no others.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
