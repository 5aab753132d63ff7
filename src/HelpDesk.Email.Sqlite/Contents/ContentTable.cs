using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Contents;

/// <summary>Octets, once for each SHA-256.</summary>
internal static class ContentTable
{
    /// <summary>The content with a hash.</summary>
    /// <returns>Its id and whether its octets are there; <see langword="null"/> when the hash is not known.</returns>
    public static (long Id, bool HasOctets)? Find(Connection connection, ReadOnlySpan<byte> hash)
    {
        using var select = connection.Prepare("SELECT id, octets IS NOT NULL OR stage IS NOT NULL FROM content WHERE hash = ?");
        return select.Add(hash).Read() ? (select.Row.Number(0), select.Row.Flag(1)) : null;
    }

    /// <summary>Stores octets unless they are stored.</summary>
    /// <returns>The content, and whether it was known before.</returns>
    /// <exception cref="StoreUnavailableException">What was prepared is gone meanwhile: prepare again.</exception>
    public static (long Id, bool WasKnown) Store(Connection connection, PreparedContent content)
    {
        var known = Find(connection, content.Hash);
        if (known is { HasOctets: true })
        {
            return (known.Value.Id, true);
        }

        if (content.Octets is null && (content.Stage is not { } stage || !StageTable.Close(connection, stage)))
        {
            throw new StoreUnavailableException("The octets of a mail were removed from the database while it was written; try again.");
        }

        // Octets that were purged come back under the id they had.
        using var write = connection.Prepare(known is null
            ? "INSERT INTO content (stage, octets, length, hash) VALUES (?, ?, ?, ?)"
            : "UPDATE content SET stage = ?, octets = ?, length = ? WHERE hash = ?");
        write.Add(content.Stage);
        _ = content.Octets is { } octets ? write.Add(octets.Span) : write.AddNull();
        write.Add(content.Length).Add(content.Hash).Run();
        return (known?.Id ?? connection.LastId, known is not null);
    }
}
