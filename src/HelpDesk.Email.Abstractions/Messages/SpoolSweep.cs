using System.Collections.Concurrent;

namespace HelpDesk.Email.Messages;

/// <summary>Removes spooled octets that processes left behind which were killed: no one else would.</summary>
internal static class SpoolSweep
{
    /// <summary>The names of spool files.</summary>
    public const string Pattern = "mail-????????????????????????????????.spool";

    // A mail is committed or refused long before. Other processes may spool into the same folder.
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private static readonly ConcurrentDictionary<string, DateTimeOffset> Swept = new(StringComparer.Ordinal);

    /// <summary>Looks for old files in a folder, at most once an hour.</summary>
    public static void Run(string folder, DateTimeOffset now)
    {
        if (Swept.TryGetValue(folder, out var last) && now - last < Pause)
        {
            return;
        }

        Swept[folder] = now;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles(Pattern, new EnumerationOptions()))
        {
            if (now - file.LastWriteTimeUtc > Age)
            {
                Remove(file);
            }
        }
    }

    private static void Remove(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or just removed by another process.
        }
    }
}
