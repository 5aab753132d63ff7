using System.CommandLine;

namespace HelpDesk.Email.Cli.Output;

/// <summary>The option <c>--format</c>.</summary>
internal static class FormatOption
{
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--format")
        {
            Description = "json: one object a line. text: for people. The default is text on a terminal, else json.",
            HelpName = "json|text",
        };
        option.AcceptOnlyFromAmong("json", "text");
        return option;
    }

    public static OutputFormat Read(ParseResult parsed, Option<string?> option, ToolConsole console) => parsed.GetValue(option) switch
    {
        "json" => OutputFormat.Json,
        "text" => OutputFormat.Text,
        _ => console.IsTerminal ? OutputFormat.Text : OutputFormat.Json,
    };
}
