using System.Text.RegularExpressions;
using System.Xml.Linq;
using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Sources;

/// <summary>Files that <c>HelpDesk.Email.MailKit</c>, which the solution does not build, compiles out of <c>HelpDesk.Email.Protocols</c>.</summary>
public sealed partial class SharedFileTests
{
    private const string Folder = "src/HelpDesk.Email.Protocols/";

    [Fact]
    public void The_files_that_MailKit_shares_are_there() =>
        Findings.None("Shared and not there", Named().Where(file => !File.Exists(RepositoryRoot.Combine(file))));

    // A host may use both packages: a type that is public in both would be ambiguous.
    [Fact]
    public void No_type_in_a_shared_file_is_public()
    {
        var shared = Named().Concat(Folders().SelectMany(folder => RepositoryRoot.CSharpFiles(folder.TrimEnd('/'))));
        Findings.None("Public in two packages", shared.Where(file => PublicType().IsMatch(File.ReadAllText(RepositoryRoot.Combine(file)))));
    }

    private static IEnumerable<string> Named() => Includes().Where(file => !file.EndsWith("*.cs", StringComparison.Ordinal));

    private static IEnumerable<string> Folders() => Includes().Where(file => file.EndsWith("*.cs", StringComparison.Ordinal)).Select(file => file[..^"*.cs".Length]);

    private static IEnumerable<string> Includes() => XDocument.Load(RepositoryRoot.Combine("src", "HelpDesk.Email.MailKit", "HelpDesk.Email.MailKit.csproj"))
        .Descendants("Compile")
        .SelectMany(item => ((string)item.Attribute("Include")!).Split(';'))
        .Select(file => file.Replace("$(ProtocolsFolder)", Folder, StringComparison.Ordinal));

    [GeneratedRegex(@"^public ", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PublicType();
}
