using HelpDesk.Email.Documentation.Tests.Repository;
using HelpDesk.Email.Documentation.Tests.Sources;

namespace HelpDesk.Email.Documentation.Tests.Pages;

/// <summary>The code of the documentation is code that is compiled, and its tables are what the code says.</summary>
public sealed class SnippetTests
{
    private const string Switch = "HELPDESK_EMAIL_APPROVE";
    private const string Command = $"{Switch}=1 dotnet test tests/HelpDesk.Email.Documentation.Tests";

    // A block in one of these is something that runs; commands of a shell and drawings are not compared.
    private static readonly string[] Checked = ["csharp", "json", "python", "sql", "xml"];

    // Their packages' own tests hold these.
    private static readonly string[] HeldElsewhere = ["docs/features.md", "docs/reference/cli.md"];

    public static TheoryData<string> PathsHeldHere => new(Page.All.Select(page => page.Path).Except(HeldElsewhere));

    [Theory]
    [MemberData(nameof(Page.Paths), MemberType = typeof(Page))]
    public async Task A_page_shows_what_the_code_says(string path)
    {
        var page = Page.Of(path);
        var lines = page.Lines.ToList();
        var stale = new List<string>();
        foreach (var slot in Slot.In(page).Reverse())
        {
            var text = await Source.FindAsync(slot.Name, TestContext.Current.CancellationToken);
            Assert.True(text is not null, $"{path}:{slot.Start}: there is no region, file or text '{slot.Name}'.");
            if (text != slot.TextIn(page))
            {
                stale.Add($"{path}:{slot.Start}: '{slot.Name}' is now\n{text}");
                lines.RemoveRange(slot.Start, slot.Count);
                lines.InsertRange(slot.Start, text.Split('\n'));
            }
        }

        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            await File.WriteAllTextAsync(RepositoryRoot.Combine(path), string.Join('\n', lines), TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(stale.Count == 0, $"{string.Join("\n\n", stale)}\n\nTo take it over: {Command}");
    }

    [Theory]
    [MemberData(nameof(PathsHeldHere))]
    public void Every_block_of_code_has_a_source(string path)
    {
        var page = Page.Of(path);
        var known = Slot.In(page).Select(slot => slot.Start).ToHashSet();
        var loose = CodeBlock.In(page).Where(block => Checked.Contains(block.Language) && !known.Contains(block.Start)).Select(block => $"{path}:{block.Start}");
        Assert.Empty(loose);
    }

    [Fact]
    public void Every_region_is_shown_on_a_page_and_named_once()
    {
        var shown = Page.All.SelectMany(Slot.In).Select(slot => slot.Name).ToHashSet();
        Assert.Empty(Region.All.Where(region => !shown.Contains(region.Name)).Select(region => $"{region.File}: {region.Name}"));
        Assert.Equal(Region.All.Select(region => region.Name).Distinct(), Region.All.Select(region => region.Name));
    }
}
