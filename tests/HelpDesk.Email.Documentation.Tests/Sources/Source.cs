using HelpDesk.Email.Documentation.Tests.Extending;
using HelpDesk.Email.Documentation.Tests.Notifications;
using HelpDesk.Email.Documentation.Tests.Operations;
using HelpDesk.Email.Documentation.Tests.Pipeline;
using HelpDesk.Email.Documentation.Tests.Reference;
using HelpDesk.Email.Documentation.Tests.Repository;
using HelpDesk.Email.Documentation.Tests.Start;
using HelpDesk.Email.Documentation.Tests.Store;
using HelpDesk.Email.Documentation.Tests.Trust;
using HelpDesk.Email.Documentation.Tests.Understanding;

namespace HelpDesk.Email.Documentation.Tests.Sources;

/// <summary>Where the parts of pages come from: regions of compiled files, whole files, and what the code says of itself.</summary>
internal static class Source
{
    private const string Files = "tests/HelpDesk.Email.Documentation.Tests/";

    private static readonly Dictionary<string, Func<CancellationToken, Task<string>>> Made = new()
    {
        ["pipeline"] = _ => Task.FromResult(PipelineText.Describe()),
        ["pipeline-trace"] = MailStory.TraceAsync,
        ["log-of-a-mail"] = MailStory.LogAsync,
        ["log-events"] = _ => Task.FromResult(LogEventTable.Write()),
        ["metrics"] = MetricsTable.WriteAsync,
        ["store-project"] = _ => Task.FromResult(StoreProjectText.Write()),
        ["store-empty-failure"] = EmptyStoreText.WriteAsync,
        ["packages"] = _ => Task.FromResult(PackageTable.Write()),
        ["explained-reply"] = token => ExplainedText.OfAsync("reply.eml", token),
        ["explained-absence"] = token => ExplainedText.OfAsync("absence.eml", token),
        ["explained-bounce"] = token => ExplainedText.OfAsync("bounce.eml", token),
        ["template-names"] = _ => Task.FromResult(TemplateTables.Names()),
        ["template-variables"] = _ => Task.FromResult(TemplateTables.Variables()),
        ["template-masks"] = _ => Task.FromResult(TemplateTables.Masks()),
        ["spoofing"] = SpoofingMatrix.WriteAsync,
        ["notification-grid"] = _ => Task.FromResult(NotificationRuleTable.WriteGrid()),
        ["notification-rules"] = _ => Task.FromResult(NotificationRuleTable.Write()),
        ["template-model"] = TemplateModelTable.WriteAsync,
    };

    static Source()
    {
        foreach (var section in Setting.Sections)
        {
            Made.Add(OptionsTable.MarkOf(section), token => OptionsTable.WriteAsync(section, token));
        }
    }

    /// <summary>The text behind a name, or <see langword="null"/> when there is none.</summary>
    public static async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (Made.TryGetValue(name, out var make))
        {
            return await make(cancellationToken);
        }

        if (Region.All.SingleOrDefault(region => region.Name == name) is { } found)
        {
            return found.Text;
        }

        var file = RepositoryRoot.Combine(Files + name);
        return name.Contains('/', StringComparison.Ordinal) && File.Exists(file)
            ? (await File.ReadAllTextAsync(file, cancellationToken)).ReplaceLineEndings("\n").TrimEnd('\n')
            : null;
    }
}
