using System.Text.Json.Nodes;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Settings;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>Reads a scenario file.</summary>
/// <param name="warn">Is told of members that mean nothing: most are mistyped.</param>
internal sealed class ScenarioReader(Action<string> warn)
{
    private static readonly DateTimeOffset DefaultNow = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <exception cref="UsageException">The scenario is wrong, or a mail that it names is not there.</exception>
    public async Task<Scenario> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var members = new JsonMembers(await SettingsJson.ReadDocumentAsync(path, cancellationToken).ConfigureAwait(false), string.Empty);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var steps = new StepReader(folder, warn);
        var now = members.Moment("now") ?? DefaultNow;
        var scenario = new Scenario(
            folder,
            now,
            Section(members),
            members.Text("mailbox"),
            Read(members, "contacts", Contact),
            Read(members, "tickets", ticket => TicketReader.Read(ticket, now, warn)),
            [.. members.Texts("mails").Select(file => steps.Mail(file, at: null)), .. Read(members, "steps", steps.Read)])
        {
            Articles = Read(members, "articles", Article),
        };
        Warn(members, warn);
        steps.CheckFiles();
        return scenario;
    }

    /// <summary>The section in a member <c>settings</c>, with or without its root key.</summary>
    public static JsonObject Section(JsonMembers members) => members.Find("settings") switch
    {
        null => [],
        JsonObject document => SettingsJson.FindSection(document) ?? document,
        _ => throw JsonMembers.Wrong($"{members.Path}settings", "is no object"),
    };

    public static void Warn(JsonMembers members, Action<string> warn)
    {
        foreach (var name in members.Unasked)
        {
            warn($"{(members.Path.Length == 0 ? name : $"{members.Path}.{name}")} means nothing in a scenario and is left out.");
        }
    }

    private List<T> Read<T>(JsonMembers members, string name, Func<JsonMembers, T> read)
    {
        var all = new List<T>();
        foreach (var (node, path) in members.Items(name))
        {
            var item = new JsonMembers(node, path);
            all.Add(read(item));
            Warn(item, warn);
        }

        return all;
    }

    private static KnowledgeArticle Article(JsonMembers article) =>
        new(article.Needed("id"), article.Needed("title"), article.Text("text") ?? string.Empty)
        {
            Url = article.Text("url"),
            Folder = article.Text("folder"),
            Culture = article.Text("culture"),
        };

    private static Contact Contact(JsonMembers contact)
    {
        _ = contact.Needed("address");
        return new Contact(contact.Address("address", contact.Text("name"))!, contact.Word<ContactRole>("role") ?? ContactRole.Requester)
        {
            IsActive = contact.Flag("active", otherwise: true),
            IsRegistered = contact.Flag("registered", otherwise: true),
            OtherAddresses = contact.Addresses("addresses"),
            Company = contact.Text("company"),
            Department = contact.Text("department"),
            Location = contact.Text("location"),
        };
    }
}
