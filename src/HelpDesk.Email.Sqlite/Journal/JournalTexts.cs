using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Journal;

/// <summary>The long texts of a row, each in a table of its own.</summary>
internal static class JournalTexts
{
    public static void SetDecision(Connection connection, long id, string text) =>
        Set(connection, "INSERT OR REPLACE INTO journal_decision (id, text) VALUES (?, ?)", id, text);

    public static void SetResult(Connection connection, long id, string text) =>
        Set(connection, "INSERT OR REPLACE INTO journal_result (id, text) VALUES (?, ?)", id, text);

    public static void SetTrace(Connection connection, long id, string text) =>
        Set(connection, "INSERT OR REPLACE INTO journal_trace (id, text) VALUES (?, ?)", id, text);

    public static void ClearDecision(Connection connection, long id) =>
        Clear(connection, "DELETE FROM journal_decision WHERE id = ?", id);

    public static void ClearResult(Connection connection, long id) =>
        Clear(connection, "DELETE FROM journal_result WHERE id = ?", id);

    private static void Set(Connection connection, string sql, long id, string text)
    {
        using var statement = connection.Prepare(sql);
        statement.Add(id).Add(text).Run();
    }

    private static void Clear(Connection connection, string sql, long id)
    {
        using var statement = connection.Prepare(sql);
        statement.Add(id).Run();
    }
}
