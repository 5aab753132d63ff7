using System.Globalization;

namespace HelpDesk.Email.PostgreSql.Migrations;

/// <summary>A step from one version of the schema to the next.</summary>
/// <param name="Version">The version after it; the first one is 1.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Migration(int Version, string Sql)
{
    /// <summary>All steps in order: the embedded files <c>NNNN_name.sql</c>.</summary>
    public static IReadOnlyList<Migration> All { get; } = [.. Load()];

    private static IEnumerable<Migration> Load()
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"{typeof(Migration).Namespace}.";
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new Migration(int.Parse(name.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}
