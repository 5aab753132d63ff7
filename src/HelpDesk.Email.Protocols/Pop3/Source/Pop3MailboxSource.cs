using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>Reads a POP3 account: one session a look, so that the mailbox is not locked in between.</summary>
internal sealed class Pop3MailboxSource : IMailboxSource
{
    private readonly string _mailbox;
    private readonly MailAccount _account;
    private readonly string _tag;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly MailboxFailures _failures;
    private readonly HashSet<ulong> _refused = [];
    private Pop3Visit? _visit;
    private bool _saidNoNames;

    public Pop3MailboxSource(string mailbox, MailAccount account, TimeProvider time, ILogger log)
    {
        _mailbox = mailbox;
        _account = account;
        _tag = account.TagOf(string.Empty);
        _time = time;
        _log = log;
        _failures = new MailboxFailures($"Mailboxes:{mailbox}", account.UserName);
    }

    /// <inheritdoc/>
    public MailboxCursor? Reached { get; private set; }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReceivedMail> ReceiveAsync(MailboxCursor? cursor, ReceiveLimits limits, CancellationToken cancellationToken) =>
        _failures.RunAsync(LookAsync(cursor, limits, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<MailboxCursor> SkipAsync(CancellationToken cancellationToken) => _failures.RunAsync(async () =>
    {
        var visit = await BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!visit.HasNames || visit.Mails.Any(mail => mail.Name is null))
        {
            throw new MailProtocolException(MailFailure.NotSupported, $"POP3 {_account.Server}, UIDL: the server does not name each of its mails, so nobody can tell new ones from old ones. Set Mailboxes:{_mailbox}:InitialImport to All.", isTransient: false);
        }

        var seen = new SeenMails();
        foreach (var mail in visit.Mails)
        {
            seen.Add(SeenMails.KeyOf(mail.Name!, mail.Octets));
        }

        await EndAsync().ConfigureAwait(false);
        return seen.ToCursor(_tag);
    });

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Acknowledgement>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken)
    {
        var ours = mails.Where(mail => Pop3Receipt.TryRead(mail.Receipt, out _)).ToList();
        if (action != AfterProcessing.Delete || ours.Count == 0)
        {
            return mails;
        }

        var others = mails.Except(ours).ToList();
        return await _failures.RunAsync<IReadOnlyList<Acknowledgement>>(async () => [.. others, .. await DeleteAsync(ours, cancellationToken).ConfigureAwait(false)]).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> WaitForMailAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        await EndAsync().ConfigureAwait(false);
        await Task.Delay(atMost, _time, cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <inheritdoc/>
    public async ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = await Pop3Visit.ConnectAsync(_account, _time, _log, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var stat = await connection.StatAsync(cancellationToken).ConfigureAwait(false);
                var words = string.Create(CultureInfo.InvariantCulture, $"POP3 {_account.Server}: connected, {(connection.IsEncrypted ? "encrypted" : "not encrypted")}, logged in; the mailbox has {stat.Count} mails.");
                await connection.QuitAsync(cancellationToken).ConfigureAwait(false);
                return new CheckReport(true, words);
            }
        }
        catch (MailProtocolException exception)
        {
            return new CheckReport(false, _failures.Words(exception)) { Failure = exception.Failure };
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => EndAsync();

    private async IAsyncEnumerable<ReceivedMail> LookAsync(MailboxCursor? cursor, ReceiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Reached = null;
        var visit = await BeginAsync(cancellationToken).ConfigureAwait(false);
        if (visit is { HasNames: false, Mails.Count: > 0 } && !_saidNoNames)
        {
            _saidNoNames = true;
            MailboxLog.NoNames(_log, _mailbox);
        }

        var look = new Pop3Look(visit, _tag, limits, _refused, new PassedOver(_mailbox, _log));
        await foreach (var mail in look.RunAsync(cursor, cancellationToken).ConfigureAwait(false))
        {
            yield return mail;
        }

        if (look.IsRenumbered)
        {
            MailboxLog.Renumbered(_log, _mailbox);
        }

        Reached = look.Reached;
    }

    // The list of a session never changes: each look needs one of its own.
    private async ValueTask<Pop3Visit> BeginAsync(CancellationToken cancellationToken)
    {
        await EndAsync().ConfigureAwait(false);
        _visit = await Pop3Visit.BeginAsync(_account, _time, _log, cancellationToken).ConfigureAwait(false);
        return _visit;
    }

    private async ValueTask EndAsync()
    {
        if (Interlocked.Exchange(ref _visit, null) is { } visit)
        {
            await visit.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<IReadOnlyList<Acknowledgement>> DeleteAsync(IReadOnlyList<Acknowledgement> mails, CancellationToken cancellationToken)
    {
        // The session of the look that brought them is still open, as a rule.
        var visit = _visit is { IsUsable: true } open ? open : await BeginAsync(cancellationToken).ConfigureAwait(false);
        var deletions = new Pop3Deletions(visit);
        try
        {
            await deletions.FindAsync(mails, cancellationToken).ConfigureAwait(false);
            var deleted = await visit.DeleteAsync([.. deletions.Found.Keys.Order()], cancellationToken).ConfigureAwait(false);
            return [.. deletions.Gone, .. deleted.Select(number => deletions.Found[number])];
        }
        catch (MailProtocolException exception) when (exception.Failure == MailFailure.CommandRefused)
        {
            MailboxLog.NotAcknowledged(_log, _mailbox, deletions.Found.Count, _failures.Words(exception));
            return deletions.Gone;
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }
    }
}
