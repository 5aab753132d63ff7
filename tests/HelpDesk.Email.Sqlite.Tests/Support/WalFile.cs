using System.Buffers.Binary;

namespace HelpDesk.Email.Sqlite.Tests.Support;

/// <summary>The write-ahead log of a database, as its file format has it.</summary>
internal static class WalFile
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;

    /// <summary>How many transactions the log holds: a frame that ends one says how large the database is then.</summary>
    public static int CountCommits(string databasePath)
    {
        if (!File.Exists($"{databasePath}-wal"))
        {
            return 0;
        }

        using var file = new FileStream($"{databasePath}-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[HeaderSize];
        file.ReadExactly(header);
        var pageSize = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(8));
        var salts = header.AsSpan(16, 8).ToArray();
        var frame = new byte[FrameHeaderSize + pageSize];
        var commits = 0;
        while (file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length && frame.AsSpan(8, 8).SequenceEqual(salts))
        {
            commits += BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(4)) != 0 ? 1 : 0;
        }

        return commits;
    }
}
