namespace HelpDesk.Email.PostgreSql.Tests.Servers;

/// <summary>The programs that the tests need, and what to say where they are missing.</summary>
internal static class PostgreSqlPrograms
{
    private static readonly string[] Folders = [.. Found()];

    /// <summary>The newest server of the machine.</summary>
    public static string Folder => Folders[0];

    /// <summary>What is missing and how to get it; <see langword="null"/> when nothing is.</summary>
    public static string? Missing =>
        !OperatingSystem.IsLinux() ? "PostgreSQL is started by these tests on Linux alone."
        : Folders.Length == 0 ? "No PostgreSQL server in /usr/lib/postgresql or /usr/local/bin. On Debian: apt-get install postgresql"
        : Environment.IsPrivilegedProcess && !File.Exists("/usr/bin/setpriv") ? "setpriv not found, and PostgreSQL can't be started by root. On Debian: apt-get install util-linux"
        : null;

    /// <summary>Skips the test where something is missing; a build server has to have it.</summary>
    public static void Require()
    {
        if (Missing is { } reason)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }
    }

    private static IEnumerable<string> Found()
    {
        const string Debian = "/usr/lib/postgresql";
        IEnumerable<string> folders = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return folders.Append("/usr/local/bin").Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
