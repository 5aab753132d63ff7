using System.Reflection;
using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Arrows;

/// <summary>Arrows between packages point one way, and each knows only the vendor it is there for.</summary>
public sealed class PackageTests
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static TheoryData<string> Packages => Package.Names;

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_project_names_only_what_the_table_allows(string name)
    {
        var package = Package.Of(name);
        Assert.True(PackageTable.Rules.TryGetValue(name, out var rule), $"{name} is not in the table of packages.");
        Findings.None($"{name} may not refer to", package.ProjectReferences.Except(rule.Ours).Concat(package.PackageReferences.Concat(package.FrameworkReferences).Except(rule.Others)));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void An_assembly_uses_no_package_of_ours_that_the_table_does_not_lead_to(string name)
    {
        var package = Package.Of(name);
        var allowed = PackageTable.Reachable(name).Select(other => Package.All.FirstOrDefault(known => known.Name == other)?.AssemblyName);
        var used = package.Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(reference => Package.All.Any(other => other.AssemblyName == reference));
        Findings.None($"{name} may not use", used.Except(allowed));
    }

    // Microsoft.Extensions may come along with one that is named; every other vendor must be named itself.
    [Theory]
    [MemberData(nameof(Packages))]
    public void An_assembly_uses_no_vendor_that_the_table_does_not_name(string name)
    {
        var rule = PackageTable.Rules[name];
        var usesExtensions = rule.Others.Any(other => other.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
        var isWeb = rule.Others.Contains(PackageTable.AspNetCore);
        var vendors = Package.Of(name).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(reference => !IsFramework(reference) && Package.All.All(other => other.AssemblyName != reference))
            .Where(reference => !(isWeb && IsWebFramework(reference)))
            .Where(reference => !(usesExtensions && reference.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)))
            .Where(reference => !rule.Others.Any(other => Vendor(other) == Vendor(reference)));
        Findings.None($"{name} may not use", vendors);
    }

    [Fact]
    public void No_package_of_the_table_leads_back_to_itself() =>
        Assert.All(PackageTable.Rules.Keys, name => Assert.DoesNotContain(name, PackageTable.Reachable(name)));

    [Theory]
    [InlineData("HelpDesk.Email.Abstractions")]
    [InlineData("HelpDesk.Email.Mime")]
    [InlineData("HelpDesk.Email.Html")]
    [InlineData("HelpDesk.Email")]
    public void No_vendor_stands_in_a_public_signature_of_contracts_and_engine(string name)
    {
        var foreign = Surface.PublicTypes.Of(Package.Of(name).Assembly)
            .SelectMany(type => Surface.PublicTypes.TypesInSignatures(type).Select(used => (type, used)))
            .Where(pair => pair.used.Assembly.GetName().Name is { } assembly
                && !IsFramework(assembly)
                && !assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                && Package.All.All(package => package.AssemblyName != assembly))
            .Select(pair => $"{pair.type} shows {pair.used}");
        Findings.None($"Signatures of {name} show vendors", foreign);
    }

    private static bool IsFramework(string assembly) => File.Exists(Path.Combine(Framework, $"{assembly}.dll"));

    // ASP.NET Core brings assemblies of its own, and those of Microsoft.Extensions.
    private static bool IsWebFramework(string assembly) =>
        assembly.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || assembly == "Microsoft.Net.Http.Headers";

    // Handlebars.Net holds the assembly Handlebars, SQLitePCLRaw.bundle_e_sqlite3 leads to SQLitePCLRaw.core.
    private static string Vendor(string name) => name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal)
        ? name
        : name.Split('.')[0];
}
