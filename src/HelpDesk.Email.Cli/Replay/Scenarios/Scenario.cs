using System.Text.Json.Nodes;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Knowledge;

namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>A scenario as it was read: complete, and right as far as can be told without running it.</summary>
/// <param name="Folder">Where it lies; paths are relative to it.</param>
/// <param name="Now">Where the clock stands at first.</param>
/// <param name="Settings">The section HelpDeskEmail; empty for the defaults.</param>
/// <param name="Mailbox">Where mails come that name no mailbox; absent: by their recipients, or the first.</param>
/// <param name="Contacts">Who is known.</param>
/// <param name="Tickets">Which tickets stand there already.</param>
/// <param name="Steps">What happens, in order.</param>
internal sealed record Scenario(
    string Folder,
    DateTimeOffset Now,
    JsonObject Settings,
    string? Mailbox,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<ScenarioTicket> Tickets,
    IReadOnlyList<ScenarioStep> Steps)
{
    /// <summary>The articles of the knowledge base.</summary>
    public IReadOnlyList<KnowledgeArticle> Articles { get; init; } = [];
}
