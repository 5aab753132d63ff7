using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Retention;

/// <summary>Pages that hold nothing any more. SQLite uses them again; a file that is set up for it can also become smaller.</summary>
internal static class FreePages
{
    private const long Incremental = 2;

    /// <summary>Makes a file smaller that was made with <c>auto_vacuum=INCREMENTAL</c>, by a few pages.</summary>
    /// <returns>Whether there may be more.</returns>
    public static bool GiveSomeBack(Connection connection)
    {
        using var mode = connection.Prepare("PRAGMA auto_vacuum");
        using var free = connection.Prepare("PRAGMA freelist_count");
        var before = free.Number();
        if (mode.Number() != Incremental || before is not > 0)
        {
            return false;
        }

        using var vacuum = connection.Prepare("PRAGMA incremental_vacuum(512)");
        vacuum.Run();
        using var left = connection.Prepare("PRAGMA freelist_count ");
        return left.Number() is var after && after > 0 && after < before;
    }
}
