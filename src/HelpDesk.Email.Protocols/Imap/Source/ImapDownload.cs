using System.Runtime.CompilerServices;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>Fetches mails whole. Those that the server refuses are found by halving, and passed over visibly.</summary>
/// <param name="inbox">The folder.</param>
/// <param name="tag">The account and the folder.</param>
/// <param name="maxOctets">How long a mail may be.</param>
/// <param name="passedOver">Hears of what is not fetched.</param>
internal sealed class ImapDownload(ImapInbox inbox, string tag, long maxOctets, PassedOver passedOver)
{
    private const int BatchMails = 50;
    private const long BatchOctets = 8 << 20;

    // A server that refuses so many mails and gives none has trouble of its own.
    private const int RefusedAtLarge = 3;

    // The size that a server tells is not always true. A longer mail is read and thrown away up to here; beyond, the connection ends.
    private readonly long _most = Math.Max(4 * maxOctets, 256L << 20);
    private int _given;
    private int _refused;

    /// <summary>Fetches them.</summary>
    /// <returns>Each UID once; without content for a mail that is gone, too long or refused.</returns>
    public async IAsyncEnumerable<(uint Uid, MailContent? Content)> RunAsync(IReadOnlyList<SurveyedMail> mails, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var work = new Stack<IReadOnlyList<IReadOnlyList<uint>>>();
        work.Push(Batches(mails));
        while (work.TryPop(out var batches))
        {
            if (batches.Count == 0)
            {
                continue;
            }

            var missing = batches.SelectMany(batch => batch).ToHashSet();
            MailProtocolException? refusal = null;
            var fetching = inbox.Connection.FetchAsync(batches, _most, TakeAsync, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (fetching.ConfigureAwait(false))
            {
                while (true)
                {
                    try
                    {
                        if (!await fetching.MoveNextAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                    catch (MailProtocolException exception) when (inbox.Connection.IsUsable && !IsAboutTheServer(exception))
                    {
                        refusal = exception;
                        break;
                    }

                    var fetched = fetching.Current;
                    _given++;
                    missing.Remove(fetched.Uid);
                    yield return fetched;
                }
            }

            if (refusal is null || (missing.Count == 1 && batches is [{ Count: 1 }]))
            {
                foreach (var uid in missing.Order())
                {
                    Refuse(uid, refusal);
                    yield return (uid, null);
                }

                continue;
            }

            // The first half is tried next; of one mail the second half is empty.
            uint[] left = [.. missing.Order()];
            var half = (left.Length + 1) / 2;
            work.Push([.. left[half..].Chunk(BatchMails)]);
            work.Push([.. left[..half].Chunk(BatchMails)]);
        }
    }

    private static List<IReadOnlyList<uint>> Batches(IReadOnlyList<SurveyedMail> mails)
    {
        var batches = new List<IReadOnlyList<uint>>();
        var batch = new List<uint>();
        var octets = 0L;
        foreach (var mail in mails)
        {
            if (batch.Count == BatchMails || (batch.Count > 0 && octets + (mail.Octets ?? 0) > BatchOctets))
            {
                batches.Add(batch);
                (batch, octets) = ([], 0);
            }

            batch.Add(mail.Uid);
            octets += mail.Octets ?? 0;
        }

        return batch.Count > 0 ? [.. batches, batch] : batches;
    }

    // Such an answer says nothing about a mail, and to pass mail over for it would lose it.
    private static bool IsAboutTheServer(MailProtocolException exception) =>
        exception.Failure is MailFailure.OverQuota or MailFailure.MailboxInUse
        || exception.ResponseCode is "UNAVAILABLE" or "LIMIT" or "INUSE" or "OVERQUOTA" or "CONTACTADMIN" or "EXPIRED" or "AUTHORIZATIONFAILED" or "NOPERM";

    // Without a refusal the mail is gone: another client removed it.
    private void Refuse(uint uid, MailProtocolException? refusal)
    {
        if (refusal is null)
        {
            return;
        }

        if (++_refused >= RefusedAtLarge && _given == 0)
        {
            throw refusal;
        }

        passedOver.NotGiven(new ImapReceipt(tag, inbox.UidValidity, uid).ToString(), refusal.ServerText ?? refusal.Message);
    }

    private async ValueTask<MailContent?> TakeAsync(Stream octets, long? length, CancellationToken cancellationToken)
    {
        if (length > maxOctets)
        {
            passedOver.TooLong("with a size that the server did not tell", length.Value, maxOctets);
            return null;
        }

        return await ContentTaking.TakeAsync(octets, length, maxOctets, cancellationToken).ConfigureAwait(false);
    }
}
