using HelpDesk.Email.Configuration;
using HelpDesk.Email.CrashCampaign.CommandLine;

namespace HelpDesk.Email.CrashCampaign.Worlds;

/// <summary>What a campaign is about. Immutable.</summary>
/// <param name="Store"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Source"><c>imap</c>, <c>pop3</c> or <c>smtp</c>.</param>
/// <param name="After">What is done with a mail in its mailbox.</param>
/// <param name="Folder">Where the database lies; <see langword="null"/> for a folder that goes with the campaign.</param>
internal sealed record WorldPlan(string Store, string Source, AfterProcessing After, string? Folder = null)
{
    public static WorldPlan Of(Arguments arguments)
    {
        var source = arguments.Text("source", "imap");
        var after = arguments.Text("after", source == "pop3" ? "delete" : "flag") switch
        {
            "flag" => AfterProcessing.MarkRead,
            "move" => AfterProcessing.Move,
            "delete" => AfterProcessing.Delete,
            var other => throw new ArgumentException($"--after {other} is none of flag, move, delete.", nameof(arguments)),
        };
        return new WorldPlan(arguments.Text("store", "sqlite"), source, source == "pop3" ? AfterProcessing.Delete : after);
    }

    /// <summary>What is done with a mail, in the word of the command line.</summary>
    public string AfterWord => Source == "smtp" ? "none" : After switch
    {
        AfterProcessing.MarkRead => "flag",
        AfterProcessing.Move => "move",
        _ => "delete",
    };
}
