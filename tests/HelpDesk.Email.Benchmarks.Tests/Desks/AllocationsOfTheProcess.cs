namespace HelpDesk.Email.Benchmarks.Tests.Desks;

/// <summary>Tests that count what the whole process allocates.</summary>
[CollectionDefinition(nameof(AllocationsOfTheProcess), DisableParallelization = true)]
public sealed class AllocationsOfTheProcess;
