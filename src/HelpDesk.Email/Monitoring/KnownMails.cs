using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Monitoring;

/// <summary>What the journal has of a mailbox.</summary>
internal sealed class KnownMails(string mailbox, IMailJournal journal) : IKnownMails
{
    private const int IdsAtOnce = 100;

    // More rows than this with the ids of one question are mails that give one id to all: those are fetched whole and compared.
    private const int MostRows = 2000;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IReadOnlyList<KnownMail>>> FindAsync(IReadOnlyList<ReadOnlyMemory<byte>> headers, CancellationToken cancellationToken)
    {
        var ids = headers.Select(IdOf).ToList();
        var known = new Dictionary<string, List<KnownMail>>(StringComparer.Ordinal);
        foreach (var some in ids.OfType<string>().Distinct(StringComparer.Ordinal).Chunk(IdsAtOnce))
        {
            foreach (var row in await RowsAsync(some, cancellationToken).ConfigureAwait(false))
            {
                if (!known.TryGetValue(row.Facts.MessageId, out var mails))
                {
                    known.Add(row.Facts.MessageId, mails = []);
                }

                mails.Add(new KnownMail(row.Size, row.ContentHash) { Receipt = row.Receipt });
            }
        }

        return [.. ids.Select(id => id is not null && known.TryGetValue(id, out var mails) ? (IReadOnlyList<KnownMail>)mails : [])];
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ContainsAsync(MailContent content, CancellationToken cancellationToken)
    {
        var id = MailFactsReader.MessageIdOf(Documents.Open(content), content);
        return (await RowsAsync([id], cancellationToken).ConfigureAwait(false)).Any(row => row.ContentHash == content.Hash);
    }

    private async ValueTask<IEnumerable<JournalEntry>> RowsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var rows = await journal.FindAsync(new JournalQuery { MessageIds = ids, Limit = MostRows }, cancellationToken).ConfigureAwait(false);
        return rows.Where(row => row.Origin == JournalOrigin.Mail && string.Equals(row.Mailbox, mailbox, StringComparison.OrdinalIgnoreCase));
    }

    private static string? IdOf(ReadOnlyMemory<byte> header)
    {
        using var content = MailContent.FromOctets(header);
        var document = Documents.Open(content);
        return MailFactsReader.HasOwnId(document) ? document.MessageId : null;
    }
}
