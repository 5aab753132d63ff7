using HelpDesk.Email.CrashCampaign.Stores;

namespace HelpDesk.Email.CrashCampaign.Running;

/// <summary>Spoils the books on purpose, so that it is seen that an audit finds it.</summary>
internal static class Sabotage
{
    private static readonly IReadOnlyList<string> Deeds =
    [
        // An entry is lost, and its journal row and ticket stand there without it.
        "DELETE FROM ticket_attachment WHERE entry_id = (SELECT min(id) FROM ticket_entry)",
        "DELETE FROM ticket_entry WHERE id = (SELECT min(id) FROM ticket_entry)",

        // Another one is there twice.
        """
        INSERT INTO ticket_entry (ticket_id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html)
        SELECT ticket_id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html FROM ticket_entry WHERE id = (SELECT max(id) FROM ticket_entry)
        """,

        // A mail that went out was never sent, as the books say.
        "DELETE FROM outbox WHERE id = (SELECT min(id) FROM outbox)",
    ];

    public static async Task DoAsync(IStoreUnderTest store, CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenAsync(cancellationToken);
        foreach (var deed in Deeds)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = deed;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
