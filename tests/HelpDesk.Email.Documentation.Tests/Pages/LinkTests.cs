using HelpDesk.Email.Documentation.Tests.Repository;

namespace HelpDesk.Email.Documentation.Tests.Pages;

/// <summary>Links lead somewhere.</summary>
public sealed class LinkTests
{
    [Theory]
    [MemberData(nameof(Page.Paths), MemberType = typeof(Page))]
    public void Links_of_a_page_lead_to_files_and_headings_that_exist(string path)
    {
        var page = Page.Of(path);
        Assert.Empty(Link.In(page).Select(link => WhatIsWrong(page, link)).OfType<string>());
    }

    private static string? WhatIsWrong(Page page, Link link)
    {
        if (link.Target.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = link.Target.Split('#', 2);
        var folder = Path.GetDirectoryName(RepositoryRoot.Combine(page.Path))!;
        var target = parts[0].Length == 0 ? RepositoryRoot.Combine(page.Path) : Path.GetFullPath(Path.Combine(folder, parts[0]));
        if (!File.Exists(target) && !Directory.Exists(target))
        {
            return $"{page.Path}:{link.Line}: there is no '{link.Target}'.";
        }

        var relative = Path.GetRelativePath(RepositoryRoot.Path, target).Replace('\\', '/');
        return parts.Length == 1 || Link.AnchorsOf(Page.Read(relative)).Contains(parts[1])
            ? null
            : $"{page.Path}:{link.Line}: '{relative}' has no heading '{parts[1]}'.";
    }
}
