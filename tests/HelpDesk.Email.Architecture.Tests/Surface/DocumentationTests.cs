using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Surface;

/// <summary>Every public member says what it does.</summary>
public sealed class DocumentationTests
{
    public static TheoryData<string> Packages => Package.Names;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_public_member_is_documented(string name)
    {
        var package = Package.Of(name);
        var entries = XDocument.Load(package.DocumentationPath).Descendants("member").ToDictionary(entry => (string)entry.Attribute("name")!);
        Findings.None($"Without documentation in {name}", PublicTypes.Of(package.Assembly).SelectMany(type => Silent(type, entries)));
    }

    private static IEnumerable<string> Silent(Type type, Dictionary<string, XElement> entries)
    {
        if (!Says(entries.GetValueOrDefault(DocumentationId.Of(type))))
        {
            yield return DocumentationId.Of(type);
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            yield break;
        }

        foreach (var member in PublicTypes.Members(type).Where(member => IsWritten(member)))
        {
            if (!Says(entries.GetValueOrDefault(DocumentationId.Of(member))) && !StandsInTheHeadOfARecord(member, entries))
            {
                yield return DocumentationId.Of(member);
            }
        }
    }

    private static bool Says(XElement? entry) =>
        entry is not null && (entry.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(entry.Element("summary")?.Value) || entry.Element("summary")?.HasElements == true);

    // The properties of a record's head are documented as its parameters; its constructor is the record itself.
    private static bool StandsInTheHeadOfARecord(MemberInfo member, Dictionary<string, XElement> entries)
    {
        var type = member.DeclaringType!;
        if (type.GetMethod("<Clone>$") is null && !type.IsValueType)
        {
            return false;
        }

        var head = type.GetConstructors().Where(constructor => !entries.ContainsKey(DocumentationId.Of(constructor))).Concat(
            type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance));
        return member is ConstructorInfo || head.SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.Name == member.Name);
    }

    private static bool IsWritten(MemberInfo member) =>
        !member.IsDefined(typeof(CompilerGeneratedAttribute))
        && member.Name is not "EqualityContract"
        && !member.Name.StartsWith('<')
        && !(member is ConstructorInfo constructor && constructor.GetParameters().Length == 0);
}
