using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Correlation;

/// <summary>The tickets that a text names by tags and keywords.</summary>
internal static class TagCandidates
{
    // More than a person writes; a list of hundreds of numbers is no hint at one ticket.
    private const int MaxOfText = 60;

    private static readonly string[] DefaultModules = ["Ticket"];

    /// <summary>What tickets are called in keywords.</summary>
    public static IEnumerable<string> ModulesOf(CorrelationOptions settings) => settings.ModuleNames.Count > 0 ? settings.ModuleNames : DefaultModules;

    /// <summary>By prefix and number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="settings">Has the prefix.</param>
    /// <param name="place">Where the text stands, for the evidence.</param>
    public static IEnumerable<TicketCandidate> ByTag(string text, CorrelationOptions settings, string place) =>
        TicketTags.Find(text, settings.SubjectTagPrefix).Take(MaxOfText)
            .Select(number => new TicketCandidate(number, MatchStrength.Tag, $"{place} tag {settings.SubjectTagPrefix}{number}"));

    /// <summary>By <c>[module - number]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="settings">Has the names of the module.</param>
    /// <param name="place">Where the text stands, for the evidence.</param>
    public static IEnumerable<TicketCandidate> ByKeyword(string text, CorrelationOptions settings, string place)
    {
        if (!settings.MatchKeyword)
        {
            return [];
        }

        return RecordKeyword.Find(text).Where(keyword => keyword.IsNumbered && keyword.IsOf(ModulesOf(settings))).Take(MaxOfText)
            .Select(keyword => new TicketCandidate(keyword.Id, MatchStrength.Tag, $"{place} keyword [{keyword.Module} - {keyword.Id}]"));
    }
}
