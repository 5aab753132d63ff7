using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.MessageIndex;

/// <summary>The ticket of each Message-ID.</summary>
internal static class MessageIndexTable
{
    public static Sql Set(IndexedMessage message) =>
        Sql.Write("INSERT INTO message_index (key, message_id, ticket) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING")
            .Add(TextKey.Of(message.MessageId)).Add(message.MessageId).Add(message.Ticket);

    public static Sql Find(IReadOnlyList<string> messageIds) =>
        Sql.Read("SELECT message_id, ticket FROM message_index WHERE key = ANY ($1)").Add(messageIds.Select(TextKey.Of));
}
