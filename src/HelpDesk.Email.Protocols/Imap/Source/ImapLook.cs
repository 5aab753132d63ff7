using System.Runtime.CompilerServices;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Accounts;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>One look at a folder: find, ask, fetch.</summary>
/// <param name="mailbox">The name of the mailbox.</param>
/// <param name="inbox">The folder.</param>
/// <param name="tag">The account and the folder.</param>
/// <param name="limits">How much it may bring.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class ImapLook(string mailbox, ImapInbox inbox, string tag, ReceiveLimits limits, TimeProvider time, ILogger log)
{
    private const int AskAtOnce = 500;

    // A server that is restored makes the folders first, and brings their mails back in the hours or the night after.
    private static readonly TimeSpan ComparedAfterRenumbering = TimeSpan.FromHours(48);

    private readonly PassedOver _passedOver = new(mailbox, log);
    private ImapCursor _cursor = new(new ImapReceipt(tag, inbox.UidValidity, 0));
    private int _known;
    private int _compared;

    // Whether what follows has to be compared with what is known.
    private bool IsComparing => _cursor.IsComparing || _cursor.CompareUntil is not null;

    /// <summary>How far it came.</summary>
    public MailboxCursor Reached => _cursor.ToCursor();

    /// <summary>Runs it.</summary>
    public async IAsyncEnumerable<ReceivedMail> RunAsync(MailboxCursor? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isRenumbered = Begin(from);
        var start = _cursor.Through.Uid;
        if (!inbox.MayHaveAbove(start))
        {
            yield break;
        }

        var since = Since(IsComparing);
        var uids = await inbox.FindAboveAsync(start, since is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime.AddDays(-1)) : null, cancellationToken).ConfigureAwait(false);
        if (isRenumbered && uids.Count > 0)
        {
            MailboxLog.Renumbered(log, mailbox);
            _cursor = _cursor with { CompareThrough = uids[^1] };
        }

        var wasNumberedAnew = _cursor.IsComparing;
        var survey = new ImapSurvey(inbox, since is not null, IsComparing ? limits.Known : null, tag);
        var progress = new UidProgress(start, uids);
        var (brought, asked) = (0, 0);
        while (asked < uids.Count && brought < limits.MaxMails)
        {
            var count = Math.Min(uids.Count - asked, IsComparing ? AskAtOnce : Math.Min(AskAtOnce, limits.MaxMails - brought));
            var some = uids.Skip(asked).Take(count).ToList();
            var wanted = await WantedAsync(survey, some, since, cancellationToken).ConfigureAwait(false);

            // What doesn't fit into this look stays for the next one, and so does all above it.
            if (wanted.Count > limits.MaxMails - brought)
            {
                wanted = [.. wanted.Take(limits.MaxMails - brought)];
                some = [.. some.TakeWhile(uid => uid <= wanted[^1].Uid)];
            }

            asked += some.Count;
            var coming = wanted.ToDictionary(mail => mail.Uid);
            foreach (var uid in some.Where(uid => !coming.ContainsKey(uid)))
            {
                progress.Settle(uid);
            }

            var download = new ImapDownload(inbox, tag, limits.MaxOctets, _passedOver);
            await foreach (var (uid, content) in download.RunAsync(wanted, cancellationToken).ConfigureAwait(false))
            {
                var isNew = content is not null && !await IsKnownAsync(coming[uid], content, cancellationToken).ConfigureAwait(false);
                progress.Settle(uid);
                _cursor = _cursor.At(progress.Mark);
                if (isNew)
                {
                    brought++;
                    yield return new ReceivedMail(new ImapReceipt(tag, inbox.UidValidity, uid).ToReceipt(), content!) { Cursor = Reached };
                }
            }

            _cursor = _cursor.At(progress.Mark);
        }

        if (asked == uids.Count && inbox.LastUid is { } last && last > _cursor.Through.Uid)
        {
            // Nothing is left below the number that the next mail would have had.
            _cursor = _cursor.At(last);
        }

        if (_compared > 0 && (wasNumberedAnew || _known > 0))
        {
            MailboxLog.Compared(log, mailbox, _compared, _known);
        }
    }

    // Whether the numbers are others than those of the cursor.
    private bool Begin(MailboxCursor? from)
    {
        var read = ImapCursor.Read(from);
        if (read is not null && read.Through.Tag == tag && read.Through.UidValidity == inbox.UidValidity)
        {
            _cursor = read.CompareUntil > time.GetUtcNow().ToUnixTimeSeconds() ? read : read with { CompareUntil = null };
            return false;
        }

        var isRenumbered = from is not null;
        _cursor = _cursor with
        {
            SkippedBefore = read?.SkippedBefore,
            CompareUntil = isRenumbered ? (time.GetUtcNow() + ComparedAfterRenumbering).ToUnixTimeSeconds() : null,
        };
        return isRenumbered;
    }

    // What was skipped at the first look has no number any more to be known by. The server's clock may be behind ours.
    private DateTimeOffset? Since(bool isComparing)
    {
        DateTimeOffset? skipped = isComparing && _cursor.SkippedBefore is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds).AddHours(-1) : null;
        return limits.Since is null || skipped > limits.Since ? skipped : limits.Since;
    }

    private async ValueTask<IReadOnlyList<SurveyedMail>> WantedAsync(ImapSurvey survey, IReadOnlyList<uint> uids, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var wanted = new List<SurveyedMail>();
        foreach (var mail in await survey.AskAsync(uids, cancellationToken).ConfigureAwait(false))
        {
            if (mail.InternalDate < since)
            {
                continue;
            }

            if (mail.Octets > limits.MaxOctets)
            {
                _passedOver.TooLong(new ImapReceipt(tag, inbox.UidValidity, mail.Uid).ToString(), mail.Octets.Value, limits.MaxOctets);
                continue;
            }

            wanted.Add(mail);
        }

        if (!IsComparing)
        {
            return wanted;
        }

        var others = await survey.CompareAsync(wanted, cancellationToken).ConfigureAwait(false);
        _compared += wanted.Count;
        _known += wanted.Count - others.Count;
        return others;
    }

    private async ValueTask<bool> IsKnownAsync(SurveyedMail mail, MailContent content, CancellationToken cancellationToken)
    {
        if (!mail.IsSuspect || limits.Known is null || !await limits.Known.ContainsAsync(content, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        _known++;
        content.Dispose();
        return true;
    }
}
