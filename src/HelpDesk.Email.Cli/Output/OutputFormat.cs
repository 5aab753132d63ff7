namespace HelpDesk.Email.Cli.Output;

/// <summary>For whom the output is.</summary>
internal enum OutputFormat
{
    /// <summary>One JSON object a line, for programs.</summary>
    Json,

    /// <summary>Text for people.</summary>
    Text,
}
