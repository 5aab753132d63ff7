using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.MessageIndex;

/// <summary>The ticket of each Message-ID.</summary>
internal static class MessageIndexTable
{
    public static void Set(Connection connection, IndexedMessage message)
    {
        using var upsert = connection.Prepare(
            "INSERT INTO message_index (message_id, ticket) VALUES (?, ?) ON CONFLICT (message_id) DO NOTHING");
        upsert.Add(message.MessageId).Add(message.Ticket).Run();
    }

    public static string? Find(Connection connection, string messageId)
    {
        using var select = connection.Prepare("SELECT ticket FROM message_index WHERE message_id = ?");
        return select.Add(messageId).Read() ? select.Row.Text(0) : null;
    }
}
