using HelpDesk.Email.CrashCampaign.Accounting;
using HelpDesk.Email.CrashCampaign.CommandLine;

namespace HelpDesk.Email.CrashCampaign.Reporting;

/// <summary>Writes the page of figures: <c>report --figures FILE --page FILE</c>, each by default the one of the repository.</summary>
internal static class ReportVerb
{
    private const string Figures = "tests/HelpDesk.Email.CrashCampaign/figures.jsonl";
    private const string Page = "docs/reference/reliability.md";

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var root = Root();
        var lines = await File.ReadAllLinesAsync(arguments.Text("figures") ?? Path.Combine(root, Figures), cancellationToken);
        var campaigns = lines.Where(line => line.Length > 0).Select(Accounting.Figures.Read).ToList();
        var page = (await TemplateAsync(cancellationToken))
            .Replace("{{kills}}", Tables.Kills(campaigns), StringComparison.Ordinal)
            .Replace("{{first}}", Tables.FirstMails(campaigns), StringComparison.Ordinal)
            .Replace("{{calls}}", Tables.Calls(campaigns), StringComparison.Ordinal)
            .Replace("{{outages}}", Tables.Outages(campaigns), StringComparison.Ordinal)
            .Replace("{{total}}", Tables.Total(campaigns), StringComparison.Ordinal);
        await File.WriteAllTextAsync(arguments.Text("page") ?? Path.Combine(root, Page), page.ReplaceLineEndings("\n"), cancellationToken);
        return 0;
    }

    private static async Task<string> TemplateAsync(CancellationToken cancellationToken)
    {
        await using var stream = typeof(ReportVerb).Assembly.GetManifestResourceStream("reliability.md")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HelpDesk.Email.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}
