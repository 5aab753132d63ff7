namespace HelpDesk.Email.Cli.Output;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>At least one item failed.</summary>
    public const int Failed = 1;

    public const int WrongUsage = 2;
}
