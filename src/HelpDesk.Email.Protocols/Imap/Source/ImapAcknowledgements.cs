using System.Runtime.InteropServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>Marks, moves or deletes mails that are committed.</summary>
/// <param name="mailbox">The name of the mailbox.</param>
/// <param name="tag">The account and the folder.</param>
/// <param name="processed">Where mails are moved to.</param>
/// <param name="failures">Says what went wrong.</param>
/// <param name="log">The log.</param>
internal sealed class ImapAcknowledgements(string mailbox, string tag, ProcessedFolder processed, MailboxFailures failures, ILogger log)
{
    // Lines of some servers end at 8 kB: 200 UIDs that don't follow each other have less than half of it.
    private const int AtOnce = 200;

    private static readonly string[] Seen = ["\\Seen"];
    private static readonly string[] Deleted = ["\\Deleted"];
    private bool _saidOnlyMarked;

    /// <summary>Whether a mail has to be looked up on the server; one that came from another kind of place is nothing to us.</summary>
    public static bool IsOurs(Acknowledgement mail) => ImapReceipt.TryRead(mail.Receipt, out _);

    /// <summary>Runs it.</summary>
    /// <returns>Those that are done.</returns>
    public async ValueTask<IReadOnlyList<Acknowledgement>> RunAsync(ImapInbox inbox, IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken)
    {
        var done = new List<Acknowledgement>(mails.Count);
        var places = new Dictionary<uint, List<Acknowledgement>>();
        var refound = new ImapRefinding(inbox);
        var lost = 0;
        foreach (var mail in mails)
        {
            var uid = ImapReceipt.TryRead(mail.Receipt, out var receipt) && receipt.Tag == tag && receipt.UidValidity == inbox.UidValidity
                ? receipt.Uid
                : await refound.FindAsync(mail, cancellationToken).ConfigureAwait(false);
            if (uid is { } found)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(places, found, out _) ??= []).Add(mail);
            }
            else
            {
                // It is gone, or can't be told from others: nothing is left to do.
                lost++;
                done.Add(mail);
            }
        }

        if (lost > 0)
        {
            MailboxLog.NotFoundAgain(log, mailbox, lost);
        }

        foreach (var uids in places.Keys.Order().Chunk(AtOnce))
        {
            var of = uids.SelectMany(uid => places[uid]).ToList();
            try
            {
                await FinishPresentAsync(inbox, ImapUidSet.Of(uids), action, cancellationToken).ConfigureAwait(false);
                done.AddRange(of);
            }
            catch (MailProtocolException exception) when (inbox.Connection.IsUsable)
            {
                MailboxLog.NotAcknowledged(log, mailbox, of.Count, failures.Words(exception));
            }
        }

        return done;
    }

    // Dovecot refuses the whole command when another client has just taken one of the mails (RFC 5530 section 3). Once it has told so, the number is nobody's, and the others are done.
    private async ValueTask FinishPresentAsync(ImapInbox inbox, ImapUidSet uids, AfterProcessing action, CancellationToken cancellationToken)
    {
        try
        {
            await FinishAsync(inbox, uids, action, cancellationToken).ConfigureAwait(false);
        }
        catch (MailProtocolException exception) when (exception.ResponseCode == "EXPUNGEISSUED" && inbox.Connection.IsUsable)
        {
            await inbox.Connection.NoopAsync(cancellationToken).ConfigureAwait(false);
            await FinishAsync(inbox, uids, action, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask FinishAsync(ImapInbox inbox, ImapUidSet uids, AfterProcessing action, CancellationToken cancellationToken)
    {
        var folder = inbox.Folder;
        switch (action)
        {
            case AfterProcessing.MarkRead:
                await folder.StoreAsync(uids, ImapFlagChange.Add, Seen, cancellationToken).ConfigureAwait(false);
                break;
            case AfterProcessing.Move when inbox.Connection.Offers("MOVE"):
                await processed.UseAsync(inbox.Connection, path => folder.MoveAsync(uids, path, cancellationToken), cancellationToken).ConfigureAwait(false);
                break;
            case AfterProcessing.Move:
                await processed.UseAsync(inbox.Connection, path => folder.CopyAsync(uids, path, cancellationToken), cancellationToken).ConfigureAwait(false);
                await DeleteAsync(inbox, uids, cancellationToken).ConfigureAwait(false);
                break;
            case AfterProcessing.Delete:
                await DeleteAsync(inbox, uids, cancellationToken).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    private async ValueTask DeleteAsync(ImapInbox inbox, ImapUidSet uids, CancellationToken cancellationToken)
    {
        await inbox.Folder.StoreAsync(uids, ImapFlagChange.Add, Deleted, cancellationToken).ConfigureAwait(false);
        if (inbox.Connection.Offers("UIDPLUS"))
        {
            await inbox.Folder.ExpungeAsync(uids, cancellationToken).ConfigureAwait(false);
        }
        else if (!_saidOnlyMarked)
        {
            _saidOnlyMarked = true;
            MailboxLog.OnlyMarked(log, mailbox);
        }
    }
}
