using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Journal;

/// <summary>The long texts of a row, each in a table of its own.</summary>
internal static class JournalTexts
{
    public static Sql SetDecision(long id, string text) =>
        Sql.Write("INSERT INTO journal_decision (id, text) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET text = excluded.text").Add(id).Add(text);

    public static Sql SetResult(long id, string text) =>
        Sql.Write("INSERT INTO journal_result (id, text) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET text = excluded.text").Add(id).Add(text);

    public static Sql SetTrace(long id, string text) =>
        Sql.Write("INSERT INTO journal_trace (id, text) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET text = excluded.text").Add(id).Add(text);

    public static Sql ClearDecision(long id) => Sql.Write("DELETE FROM journal_decision WHERE id = $1").Add(id);

    public static Sql ClearResult(long id) => Sql.Write("DELETE FROM journal_result WHERE id = $1").Add(id);
}
