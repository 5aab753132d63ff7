namespace HelpDesk.Email.Documentation.Tests.Pages;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The word behind the fence; empty when there is none.</param>
/// <param name="Start">The index of the first line within the fence.</param>
/// <param name="Count">How many lines are within it.</param>
internal sealed record CodeBlock(string Language, int Start, int Count)
{
    private const string Fence = "```";

    /// <summary>The blocks of a page, in their order.</summary>
    public static IEnumerable<CodeBlock> In(Page page)
    {
        for (var i = 0; i < page.Lines.Count; i++)
        {
            if (!page.Lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var start = i + 1;
            i = start;
            while (i < page.Lines.Count && page.Lines[i] != Fence)
            {
                i++;
            }

            Assert.True(i < page.Lines.Count, $"{page.Path}:{start}: the block has no end.");
            yield return new CodeBlock(page.Lines[start - 1][Fence.Length..], start, i - start);
        }
    }
}
