using System.Runtime.CompilerServices;

namespace HelpDesk.Email.Html.Tests.Tokens;

/// <summary>The table of named references in the source, for a test that goes over all of them.</summary>
internal static class ReferenceTable
{
    internal static string Path { get; } = Find();

    private static string Find([CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../src/HelpDesk.Email.Html/Tokens/named-references.txt");
}
