using System.Reflection;
using HelpDesk.Email.Architecture.Tests.References;
using HelpDesk.Email.Architecture.Tests.Repository;
using HelpDesk.Email.Architecture.Tests.Surface;

namespace HelpDesk.Email.Architecture.Tests.Fixtures;

/// <summary>The rules see what they are there to see.</summary>
public sealed class RuleTests
{
    private const string Folder = "tests/HelpDesk.Email.Architecture.Tests/Fixtures";

    private static FolderGraph Graph => new(
        Assembly.GetExecutingAssembly().Location,
        new DeclaredTypes(RepositoryRoot.CSharpFiles(Folder).Select(file => (file[(Folder.Length + 1)..], File.ReadAllText(RepositoryRoot.Combine(file))))));

    [Fact]
    public void Two_folders_that_use_each_other_are_found_whether_in_signatures_or_in_bodies() =>
        Assert.Equal(
            ["Left -> Right (LeftEnd uses RightEnd), and back: Right -> Left", "Right -> Left (RightEnd uses LeftEnd), and back: Left -> Right"],
            Graph.Circles());

    [Fact]
    public void A_use_of_the_root_is_found_and_a_constant_or_a_comment_is_none() =>
        Assert.Equal(["Below: UsesRoot uses RootType"], Graph.UsesOfTheRoot());

    [Theory]
    [InlineData(nameof(Sample.One), "M:HelpDesk.Email.Architecture.Tests.Fixtures.Sample.One(System.Int32@,System.String[])")]
    [InlineData(nameof(Sample.Two), "M:HelpDesk.Email.Architecture.Tests.Fixtures.Sample.Two``1(System.Collections.Generic.Dictionary{``0,System.Nullable{System.Int32}},``0[0:,0:])")]
    [InlineData(nameof(Sample.Three), "M:HelpDesk.Email.Architecture.Tests.Fixtures.Sample.Three(System.Collections.Generic.List{System.String}.Enumerator)")]
    public void Members_are_found_in_the_documentation_by_their_ids(string method, string id) =>
        Assert.Equal(id, DocumentationId.Of(typeof(Sample).GetMethod(method)!));

    [Theory]
    [InlineData(nameof(Sample.One), "static bool One(out int number, params string?[] words)")]
    [InlineData(nameof(Sample.Two), "static T? Two<T>(Dictionary<T, int?> map, T[,] grid) where T : class")]
    [InlineData(nameof(Sample.Three), "static void Three(List<string>.Enumerator items)")]
    public void Members_are_written_as_in_the_source(string method, string line) =>
        Assert.Equal(line, MemberText.Of(typeof(Sample).GetMethod(method)!));
}
