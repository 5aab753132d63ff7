using System.Text.RegularExpressions;
using HelpDesk.Email.Documentation.Tests.Repository;

namespace HelpDesk.Email.Documentation.Tests.Store;

/// <summary>The project in which a reader writes a store, with the versions that this repository is tested with.</summary>
internal static partial class StoreProjectText
{
    public static string Write() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="HelpDesk.Email.Testing" Version="{VersionOf("Directory.Build.props", VersionPrefix())}" />
            {Package("Microsoft.Data.Sqlite")}
            {Package("Microsoft.NET.Test.Sdk")}
            {Package("xunit.runner.visualstudio")}
            {Package("xunit.v3")}
          </ItemGroup>
          <ItemGroup>
            <Using Include="HelpDesk.Email.Messages" />
            <Using Include="HelpDesk.Email.Testing.Conformance" />
            <Using Include="HelpDesk.Email.Testing.Conformance.Desks" />
            <Using Include="HelpDesk.Email.Testing.Conformance.Tickets" />
            <Using Include="HelpDesk.Email.Tickets" />
            <Using Include="Microsoft.Data.Sqlite" />
            <Using Include="System.Runtime.CompilerServices" />
            <Using Include="Xunit" />
          </ItemGroup>
        </Project>
        """.ReplaceLineEndings("\n");

    private static string Package(string name) =>
        $"<PackageReference Include=\"{name}\" Version=\"{VersionOf("Directory.Packages.props", new Regex($"Include=\"{Regex.Escape(name)}\" Version=\"([^\"]+)\"", RegexOptions.NonBacktracking))}\" />";

    private static string VersionOf(string file, Regex place) => place.Match(File.ReadAllText(RepositoryRoot.Combine(file))).Groups[1].Value;

    [GeneratedRegex("<VersionPrefix>([^<]+)<", RegexOptions.NonBacktracking)]
    private static partial Regex VersionPrefix();
}
