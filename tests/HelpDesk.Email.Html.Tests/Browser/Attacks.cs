namespace HelpDesk.Email.Html.Tests.Browser;

/// <summary>HTML that wants to run, to navigate or to fetch: one a line in <c>attacks.txt</c>, which says of each kind what it is.</summary>
internal static class Attacks
{
    public static IEnumerable<string> All() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Browser", "attacks.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\0", "\0", StringComparison.Ordinal));
}
