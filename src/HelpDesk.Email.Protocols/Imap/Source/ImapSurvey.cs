using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>Asks about mails before they are fetched: how long they are, and what else decides whether they are fetched at all.</summary>
/// <param name="inbox">The folder.</param>
/// <param name="asksDate">Whether the moment matters at which the mailbox got them.</param>
/// <param name="known">What is committed, where mails have to be compared.</param>
/// <param name="tag">The account and the folder.</param>
internal sealed class ImapSurvey(ImapInbox inbox, bool asksDate, IKnownMails? known, string tag)
{
    private readonly HashSet<string> _matched = new(StringComparer.Ordinal);

    private readonly ImapFetchItems _items = new()
    {
        Size = true,
        InternalDate = asksDate,
        HeaderFields = known is null ? [] : ["Message-ID"],
    };

    /// <summary>Asks about some mails.</summary>
    /// <returns>Those that are there, ascending.</returns>
    public async ValueTask<IReadOnlyList<SurveyedMail>> AskAsync(IReadOnlyList<uint> uids, CancellationToken cancellationToken)
    {
        var mails = new Dictionary<uint, SurveyedMail>(uids.Count);
        var wasRefused = false;
        try
        {
            await foreach (var mail in inbox.Folder.FetchAsync(ImapUidSet.Of(uids), _items, cancellationToken).ConfigureAwait(false))
            {
                mails[mail.Uid] = new SurveyedMail(mail.Uid, mail.Size) { InternalDate = mail.InternalDate, Header = mail.HeaderFields ?? default };
            }
        }
        catch (MailProtocolException) when (inbox.Connection.IsUsable)
        {
            // One damaged mail spoils the answer. Which one it is shows when they are fetched.
            wasRefused = true;
        }

        return [.. uids.Select(uid => mails.GetValueOrDefault(uid) ?? (wasRefused ? new SurveyedMail(uid, null) : null)).OfType<SurveyedMail>()];
    }

    /// <summary>Leaves out what is known by Message-ID and length.</summary>
    /// <returns>The others; those of them that may still be known are suspect.</returns>
    public async ValueTask<IReadOnlyList<SurveyedMail>> CompareAsync(IReadOnlyList<SurveyedMail> mails, CancellationToken cancellationToken)
    {
        if (known is null)
        {
            return mails;
        }

        var candidates = await known.FindAsync([.. mails.Select(mail => mail.Header)], cancellationToken).ConfigureAwait(false);
        var others = new List<SurveyedMail>();
        for (var i = 0; i < mails.Count; i++)
        {
            // A known mail stands for one mail here: two with one Message-ID and one length are fetched and told apart.
            var former = candidates[i].Where(candidate => !IsOfNow(candidate)).ToList();
            var match = former.Find(candidate => candidate.Octets == mails[i].Octets && !_matched.Contains(candidate.ContentHash));
            if (match is null)
            {
                // What is known under the numbers of now alone is a second copy: it gets a row like any other.
                others.Add(mails[i] with { IsSuspect = former.Count > 0 || candidates[i].Count == 0 });
            }
            else
            {
                _matched.Add(match.ContentHash);
            }
        }

        return others;
    }

    private bool IsOfNow(KnownMail mail) =>
        ImapReceipt.TryRead(new MailReceipt(mail.Receipt), out var receipt) && receipt.Tag == tag && receipt.UidValidity == inbox.UidValidity;
}
