using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Email.Cli.Models;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>Reads the steps of a scenario.</summary>
/// <param name="folder">Where the scenario lies: paths are relative to it.</param>
/// <param name="warn">Is told of members that mean nothing.</param>
internal sealed class StepReader(string folder, Action<string> warn)
{
    private static readonly string[] Kinds = ["mail", "advance", "event", "settings", "send", "refuse"];

    private static readonly string[] Targets = ["to", "assignee", "department", "subscriber", "into"];

    private readonly List<string> _missing = [];

    /// <summary>A mail of which nothing is said but its file.</summary>
    public MailStep Mail(string file, DateTimeOffset? at)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            _missing.Add(file);
        }

        return new MailStep(file, path, at);
    }

    public ScenarioStep Read(JsonMembers step)
    {
        var at = step.Moment("at");
        var kinds = Kinds.Where(step.Has).ToList();
        if (kinds.Count != 1)
        {
            throw JsonMembers.Wrong(step.Path, $"has {(kinds.Count == 0 ? "none" : "more than one")} of {string.Join(", ", Kinds)}");
        }

        return kinds[0] switch
        {
            "mail" => Mail(step.Needed("mail"), at) with
            {
                Mailbox = step.Text("mailbox"),
                MailFrom = step.Text("mailFrom")?.Trim('<', '>', ' '),
                RcptTo = step.Has("rcptTo") ? step.Texts("rcptTo") : null,
            },
            "advance" => new AdvanceStep(step.Duration("advance"), at),
            "settings" => new SettingsStep(ScenarioReader.Section(step), at),
            "refuse" => new RefuseStep(Replies(step), at),
            "send" => Send(new JsonMembers(step.Find("send"), $"{step.Path}.send"), at),
            _ => Event(new JsonMembers(step.Find("event"), $"{step.Path}.event"), at),
        };
    }

    /// <exception cref="UsageException">A mail is not there.</exception>
    public void CheckFiles()
    {
        if (_missing.Count > 0)
        {
            throw new UsageException($"These mails of the scenario are not there: {string.Join(", ", _missing.Distinct())}. Their paths are relative to {folder}.");
        }
    }

    private static Dictionary<string, string> Replies(JsonMembers step)
    {
        var replies = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (address, reply) in step.Find("refuse") as JsonObject ?? throw JsonMembers.Wrong($"{step.Path}.refuse", "is no object"))
        {
            replies[address] = reply?.GetValueKind() == JsonValueKind.String && reply.GetValue<string>() is { } text && text.StartsWith('4') | text.StartsWith('5')
                ? text
                : throw JsonMembers.Wrong($"{step.Path}.refuse.{address}", "is no reply of a server that begins with 4 or 5");
        }

        return replies;
    }

    private EventStep Event(JsonMembers members, DateTimeOffset? at)
    {
        _ = members.Needed("type");
        var type = members.Word<HostEvent>("type")!.Value;
        var step = new EventStep(type, members.Needed("ticket"), at)
        {
            By = members.Address("by"),
            Text = members.Text("text"),
            To = Target(members),
            Status = members.Word<TicketStatus>("status"),
            Category = members.Text("category"),
            Name = type == HostEvent.Custom ? members.Needed("name") : null,
        };
        var name = JsonNamingPolicy.CamelCase.ConvertName(type.ToString());
        if (step.By is null && (step.Text is not null || type is HostEvent.Replied or HostEvent.Noted))
        {
            throw JsonMembers.Wrong($"{members.Path}.by", $"is missing; '{name}' needs somebody who wrote the text");
        }

        if (string.IsNullOrWhiteSpace(step.Text) && type is HostEvent.Replied or HostEvent.Noted)
        {
            throw JsonMembers.Wrong($"{members.Path}.text", $"is missing; '{name}' needs one");
        }

        if (step.To is null && step.Category is null && (type is HostEvent.Moved or HostEvent.Merged or HostEvent.Subscribed || (type == HostEvent.Assigned && step.By is null)))
        {
            throw JsonMembers.Wrong($"{members.Path}.to", $"is missing; '{name}' needs one");
        }

        ScenarioReader.Warn(members, warn);
        return step;
    }

    private SendStep Send(JsonMembers members, DateTimeOffset? at)
    {
        var step = new SendStep(members.Needed("template"), members.Addresses("to"), at)
        {
            Ticket = members.Text("ticket"),
            Values = ModelJson.Read(members.Find("values")),
        };
        if (step.To.Count == 0)
        {
            throw JsonMembers.Wrong($"{members.Path}.to", "is missing; a mail needs somebody who gets it");
        }

        ScenarioReader.Warn(members, warn);
        return step;
    }

    // Written by what it is, too: a department, an assignee.
    private static string? Target(JsonMembers members) =>
        Targets.Select(members.Text).FirstOrDefault(text => text is not null);
}
