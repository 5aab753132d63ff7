namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>The programs that the tests need, and what to say where they are missing.</summary>
internal static class ServerPrograms
{
    public const string Dovecot = "/usr/sbin/dovecot";
    public const string Postfix = "/usr/sbin/postfix";

    private static readonly string[] Needed = [Dovecot, Postfix, "/usr/lib/dovecot/imap", "/usr/lib/dovecot/pop3", "/usr/lib/dovecot/lmtp"];

    /// <summary>What is missing and how to get it; <see langword="null"/> when nothing is.</summary>
    public static string? Missing
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return "Dovecot and Postfix are started by these tests on Linux alone.";
            }

            var absent = Needed.Where(program => !File.Exists(program)).ToList();
            if (absent.Count > 0)
            {
                return $"{string.Join(", ", absent)} not found. On Debian: apt-get install dovecot-core dovecot-imapd dovecot-pop3d dovecot-lmtpd postfix";
            }

            return Environment.IsPrivilegedProcess ? null : "Postfix has to be started by root; run these tests as root, in a container for instance.";
        }
    }

    /// <summary>Skips the test where something is missing; a build server has to have it.</summary>
    public static void Require()
    {
        if (Missing is { } reason)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }
    }
}
