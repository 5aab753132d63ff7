namespace HelpDesk.Email.Documentation.Tests.Pages;

/// <summary>A part of a page that comes from the code: what stands behind <c>&lt;!-- snippet: NAME --&gt;</c> or <c>&lt;!-- table: NAME --&gt;</c>.</summary>
/// <param name="Name">Names the source of the part.</param>
/// <param name="Start">The index of its first line.</param>
/// <param name="Count">How many lines it has.</param>
internal sealed record Slot(string Name, int Start, int Count)
{
    private const string Snippet = "<!-- snippet: ";
    private const string Table = "<!-- table: ";
    private const string End = " -->";

    /// <summary>The slots of a page, in their order: a snippet is the block right behind the mark, a table the rows right behind it.</summary>
    public static IEnumerable<Slot> In(Page page)
    {
        var blocks = CodeBlock.In(page).ToDictionary(block => block.Start - 1);
        for (var i = 0; i < page.Lines.Count; i++)
        {
            if (NameIn(page.Lines[i], Snippet) is { } snippet)
            {
                Assert.True(blocks.TryGetValue(i + 1, out var block), $"{page.Path}:{i + 1}: no block follows the mark of snippet '{snippet}'.");
                yield return new Slot(snippet, block.Start, block.Count);
            }
            else if (NameIn(page.Lines[i], Table) is { } table)
            {
                yield return new Slot(table, i + 1, page.Lines.Skip(i + 1).TakeWhile(line => line.StartsWith('|')).Count());
            }
        }
    }

    /// <summary>What stands in the slot.</summary>
    public string TextIn(Page page) => string.Join('\n', page.Lines.Skip(Start).Take(Count));

    private static string? NameIn(string line, string mark) =>
        line.StartsWith(mark, StringComparison.Ordinal) && line.EndsWith(End, StringComparison.Ordinal) ? line[mark.Length..^End.Length] : null;
}
