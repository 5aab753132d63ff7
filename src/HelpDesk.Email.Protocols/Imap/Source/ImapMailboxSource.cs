using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>Reads one folder of an IMAP account, over one connection that is kept.</summary>
internal sealed class ImapMailboxSource : IMailboxSource
{
    // RFC 2177 asks for less than 29 minutes; routers forget connections after ten.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);

    private readonly string _mailbox;
    private readonly MailAccount _account;
    private readonly string _tag;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ImapLink _link;
    private readonly MailboxFailures _failures;
    private readonly ImapAcknowledgements _acknowledgements;
    private bool _canIdle = true;

    public ImapMailboxSource(string mailbox, MailAccount account, MailboxOptions options, TimeProvider time, ILogger log)
    {
        var folder = ImapMailboxSourceFactory.FolderOf(options);
        _mailbox = mailbox;
        _account = account;
        _tag = account.TagOf(folder);
        _time = time;
        _log = log;
        _link = new ImapLink(mailbox, account, folder, isReadOnly: options.AfterProcessing == AfterProcessing.Leave, time, log);
        _failures = new MailboxFailures($"Mailboxes:{mailbox}", account.UserName);
        _acknowledgements = new ImapAcknowledgements(mailbox, _tag, new ProcessedFolder(mailbox, options.ProcessedFolder, log), _failures, log);
    }

    /// <inheritdoc/>
    public MailboxCursor? Reached { get; private set; }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReceivedMail> ReceiveAsync(MailboxCursor? cursor, ReceiveLimits limits, CancellationToken cancellationToken) =>
        _failures.RunAsync(LookAsync(cursor, limits, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<MailboxCursor> SkipAsync(CancellationToken cancellationToken) => _failures.RunAsync(async () =>
    {
        var inbox = await _link.OpenAsync(wantsNews: true, cancellationToken).ConfigureAwait(false);
        var last = inbox.LastUid ?? 0;
        if (inbox.MayHaveAbove(last))
        {
            last = (await inbox.FindAboveAsync(last, since: null, cancellationToken).ConfigureAwait(false)).Append(last).Max();
        }

        var skipped = new ImapCursor(new ImapReceipt(_tag, inbox.UidValidity, last)) { SkippedBefore = _time.GetUtcNow().ToUnixTimeSeconds() };
        return skipped.ToCursor();
    });

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Acknowledgement>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken)
    {
        if (action == AfterProcessing.Leave || !mails.Any(ImapAcknowledgements.IsOurs))
        {
            return mails;
        }

        return await _failures.RunAsync(async () =>
        {
            var inbox = await _link.OpenAsync(wantsNews: false, cancellationToken).ConfigureAwait(false);
            var done = await _acknowledgements.RunAsync(inbox, mails, action, cancellationToken).ConfigureAwait(false);
            _link.Touch();
            return done;
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> WaitForMailAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        while (atMost - _time.GetElapsedTime(started) is var left && left > TimeSpan.Zero)
        {
            if (!_canIdle || _link.Current is not { } inbox || !inbox.Connection.Offers("IDLE"))
            {
                await Task.Delay(left, _time, cancellationToken).ConfigureAwait(false);
                return false;
            }

            try
            {
                if (await inbox.IdleAsync(left < LongestIdle ? left : LongestIdle, cancellationToken).ConfigureAwait(false))
                {
                    _link.Touch();
                    return true;
                }

                _link.Touch();
            }
            catch (MailProtocolException exception)
            {
                // The next look connects again, and tells if that fails. A server that refuses IDLE is not asked again.
                _canIdle = !inbox.Connection.IsUsable;
                MailboxLog.WaitEnded(_log, _mailbox, exception.Message);
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public async ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var inbox = await _link.ConnectAsync(readOnly: true, cancellationToken).ConfigureAwait(false);
            await using (inbox.Connection.ConfigureAwait(false))
            {
                var words = string.Create(CultureInfo.InvariantCulture, $"IMAP {_account.Server}: connected, {(inbox.Connection.IsEncrypted ? "encrypted" : "not encrypted")}, logged in; folder '{inbox.Folder.Name}' has {inbox.Folder.Exists} mails; new mail is {(inbox.Connection.Offers("IDLE") ? "told at once (IDLE)" : "found at the next look (no IDLE)")}.");
                await inbox.Connection.LogoutAsync(cancellationToken).ConfigureAwait(false);
                return new CheckReport(true, words);
            }
        }
        catch (MailProtocolException exception)
        {
            return new CheckReport(false, _failures.Words(exception)) { Failure = exception.Failure };
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _link.DisposeAsync();

    private async IAsyncEnumerable<ReceivedMail> LookAsync(MailboxCursor? cursor, ReceiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Reached = null;
        var inbox = await _link.OpenAsync(wantsNews: true, cancellationToken).ConfigureAwait(false);
        var look = new ImapLook(_mailbox, inbox, _tag, limits, _time, _log);
        await foreach (var mail in look.RunAsync(cursor, cancellationToken).ConfigureAwait(false))
        {
            yield return mail;
        }

        _link.Touch();
        Reached = look.Reached;
    }
}
