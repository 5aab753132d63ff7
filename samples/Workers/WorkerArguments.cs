namespace Workers;

/// <summary>What stands on the command line. Immutable.</summary>
internal sealed record WorkerArguments(string? Database, DirectoryInfo Data, string? Name, int Workers);
