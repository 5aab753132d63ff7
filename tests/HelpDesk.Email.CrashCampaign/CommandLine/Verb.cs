namespace HelpDesk.Email.CrashCampaign.CommandLine;

/// <summary>Something that the program does.</summary>
/// <param name="Name">The first word of the command line.</param>
/// <param name="Sentence">What it does.</param>
/// <param name="RunAsync">Does it, and gives the exit code.</param>
internal sealed record Verb(string Name, string Sentence, Func<Arguments, CancellationToken, Task<int>> RunAsync);
