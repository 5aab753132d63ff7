using System.Runtime.CompilerServices;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Imap.Dialogue;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Imap.Reading;
using HelpDesk.Email.Protocols.Imap.Writing;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap;

/// <summary>The open folder of an <see cref="ImapConnection"/>. Mails are named by UID alone, never by their place.</summary>
/// <remarks>
/// Good until another folder is opened; then every call throws <see cref="InvalidOperationException"/>. Not thread-safe, as its
/// connection is not.
/// </remarks>
public sealed class SelectedFolder
{
    private readonly ImapSession _session;
    private readonly ImapMailbox _mailbox;

    internal SelectedFolder(ImapSession session, ImapMailbox mailbox)
    {
        _session = session;
        _mailbox = mailbox;
    }

    /// <summary>Its name.</summary>
    public string Name => _mailbox.Name;

    /// <summary>How many mails are in it, as the server said last.</summary>
    public long Exists => _mailbox.Exists;

    /// <summary>What the UIDs hang on: another value means other mails. <see langword="null"/> from a server whose UIDs do not last. It never changes while the folder is open.</summary>
    public uint? UidValidity => _mailbox.UidValidity;

    /// <summary>No mail that comes later has a lower UID; <see langword="null"/> where the server did not tell.</summary>
    public uint? UidNext => _mailbox.UidNext;

    /// <summary>The highest modification sequence (RFC 7162); <see langword="null"/> where the server has none.</summary>
    public long? HighestModSeq => _mailbox.HighestModSeq;

    /// <summary>Whether nothing can be changed.</summary>
    public bool IsReadOnly => _mailbox.IsReadOnly;

    /// <summary>Which flags stay when they are set; <c>\*</c> stands for any of one's own.</summary>
    public IReadOnlyList<string> PermanentFlags => _mailbox.PermanentFlags;

    /// <summary>Whether new mail came since the folder was opened or this was last asked.</summary>
    internal bool TakeGrowth()
    {
        var grown = _mailbox.HasGrown;
        _mailbox.HasGrown = false;
        return grown;
    }

    /// <summary>Finds mails (UID SEARCH; by ESEARCH where offered, which is shorter).</summary>
    /// <param name="criteria">What to find, as RFC 9051 section 6.4.4 writes it in ASCII, for instance <c>UID 77:* UNDELETED</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Their UIDs in ascending order, each once.</returns>
    public async ValueTask<IReadOnlyList<uint>> SearchAsync(string criteria, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(criteria);
        var reader = new SearchReader();
        using var turn = Enter(cancellationToken);
        var command = new ImapCommand("UID SEARCH");
        if (_session.Knowledge.Offers("ESEARCH"))
        {
            command.Words("RETURN (ALL)");
        }

        await _session.RunAsync(command.Words(criteria), reader).ConfigureAwait(false);
        return reader.Uids;
    }

    /// <summary>Finds the mails with a header field that holds a text (RFC 9051 section 6.4.4, <c>HEADER</c>).</summary>
    /// <param name="field">The name of the field, for instance <c>Message-ID</c>.</param>
    /// <param name="text">The text; compared without case.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<IReadOnlyList<uint>> SearchHeaderAsync(string field, string text, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        ArgumentNullException.ThrowIfNull(text);
        var reader = new SearchReader();
        using var turn = Enter(cancellationToken);
        var command = new ImapCommand("UID SEARCH");
        if (_session.Knowledge.Offers("ESEARCH"))
        {
            command.Words("RETURN (ALL)");
        }

        if (!System.Text.Ascii.IsValid(text))
        {
            command.Words("CHARSET UTF-8");
        }

        await _session.RunAsync(command.Words("HEADER").String(field).String(text), reader).ConfigureAwait(false);
        return reader.Uids;
    }

    /// <summary>Asks about mails; nothing is marked as read. Each comes as soon as its response is complete.</summary>
    /// <param name="uids">The mails; those that are gone give nothing.</param>
    /// <param name="items">What to ask.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<ImapMessage> FetchAsync(ImapUidSet uids, ImapFetchItems items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uids);
        ArgumentNullException.ThrowIfNull(items);
        if (uids.IsEmpty)
        {
            yield break;
        }

        var fetch = new ImapFetch<object>(_session, uids, items, null);
        await foreach (var fetched in fetch.RunAsync(() => Enter(cancellationToken), [uids.ToString()], cancellationToken).ConfigureAwait(false))
        {
            yield return fetched.Message;
        }
    }

    /// <summary>Fetches mails whole (BODY.PEEK[]); nothing is marked as read.</summary>
    /// <remarks>
    /// They are asked for in batches of 50, the next one before the last one is complete, so that distance costs little. Leaving
    /// the loop early reads and throws away what was asked for. Octets are handed to <paramref name="content"/> as they come in,
    /// and none is kept. A mail that the server refuses (NO) ends the loop with an exception once the others have come; the
    /// conversation goes on.
    /// </remarks>
    /// <typeparam name="TContent">What is made of the octets of a mail; disposed if it is disposable and never handed out.</typeparam>
    /// <param name="uids">The mails, each once; those that are gone give nothing.</param>
    /// <param name="items">What else to ask, and how long a mail may be.</param>
    /// <param name="content">Takes the octets of each mail.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<ImapFetched<TContent>> FetchAsync<TContent>(IReadOnlyList<uint> uids, ImapFetchItems items, ContentReader<TContent> content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uids);
        return FetchBatchesAsync([.. uids.Chunk(ImapFetch<TContent>.BatchSize)], items, content, cancellationToken);
    }

    /// <summary>Fetches mails whole, in batches that the caller chose: a command each.</summary>
    internal IAsyncEnumerable<ImapFetched<TContent>> FetchBatchesAsync<TContent>(IReadOnlyList<IReadOnlyList<uint>> batches, ImapFetchItems items, ContentReader<TContent> content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(content);
        var fetch = new ImapFetch<TContent>(_session, ImapUidSet.Of(batches.SelectMany(batch => batch)), items, content);
        return fetch.RunAsync(() => Enter(cancellationToken), [.. batches.Select(batch => ImapUidSet.Of(batch).ToString())], cancellationToken);
    }

    /// <summary>Changes flags (UID STORE); the server does not tell the result.</summary>
    /// <param name="uids">The mails; those that are gone are passed over.</param>
    /// <param name="change">How.</param>
    /// <param name="flags">Which, for instance <c>\Seen</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask StoreAsync(ImapUidSet uids, ImapFlagChange change, IReadOnlyList<string> flags, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uids);
        ArgumentNullException.ThrowIfNull(flags);
        if (!uids.IsEmpty)
        {
            using var turn = Enter(cancellationToken);
            var sign = change switch { ImapFlagChange.Add => "+", ImapFlagChange.Remove => "-", _ => string.Empty };
            await _session.RunAsync(new ImapCommand("UID STORE").Words($"{uids} {sign}FLAGS.SILENT ({string.Join(' ', flags)})")).ConfigureAwait(false);
        }
    }

    /// <summary>Copies mails into another folder (UID COPY).</summary>
    /// <returns>Their new UIDs where the server tells (RFC 4315).</returns>
    /// <exception cref="MailProtocolException"><see cref="MailFailure.FolderMissing"/> when the other folder has to be made first; nothing was copied then.</exception>
    public ValueTask<ImapCopied> CopyAsync(ImapUidSet uids, string folder, CancellationToken cancellationToken) => TransferAsync("UID COPY", uids, folder, cancellationToken);

    /// <summary>Moves mails into another folder, all or none (UID MOVE, RFC 6851).</summary>
    /// <returns>Their new UIDs where the server tells.</returns>
    /// <exception cref="MailProtocolException"><see cref="MailFailure.NotSupported"/> where MOVE is not offered (copy, set <c>\Deleted</c> and expunge then);
    /// <see cref="MailFailure.FolderMissing"/> when the other folder has to be made first.</exception>
    public ValueTask<ImapCopied> MoveAsync(ImapUidSet uids, string folder, CancellationToken cancellationToken) => TransferAsync("UID MOVE", uids, folder, cancellationToken);

    /// <summary>Removes those of some mails for good that have the flag <c>\Deleted</c> (UID EXPUNGE, RFC 4315).</summary>
    /// <exception cref="MailProtocolException"><see cref="MailFailure.NotSupported"/> where UIDPLUS is not offered: EXPUNGE alone would remove what others marked, too.</exception>
    public async ValueTask ExpungeAsync(ImapUidSet uids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uids);
        if (!uids.IsEmpty)
        {
            using var turn = Enter(cancellationToken);
            Demand("UID EXPUNGE", "UIDPLUS");
            await _session.RunAsync(new ImapCommand("UID EXPUNGE").Words(uids.ToString())).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until new mail comes, at most for a time (IDLE, RFC 2177).</summary>
    /// <remarks>
    /// Servers and routers forget a connection that is silent for long: wait again and again, at most 9 minutes each time. A
    /// token that is cancelled ends the wait in good order: the connection stays usable.
    /// </remarks>
    /// <param name="atMost">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the folder has more mails than when it was opened or last waited for.</returns>
    /// <exception cref="MailProtocolException"><see cref="MailFailure.NotSupported"/> where IDLE is not offered.</exception>
    public async ValueTask<bool> IdleAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var turn = Enter(CancellationToken.None);
        Demand("IDLE", "IDLE");
        return await ImapIdle.RunAsync(_session, _mailbox, atMost, cancellationToken).ConfigureAwait(false);
    }

    private ClientTurn Enter(CancellationToken cancellationToken)
    {
        var turn = _session.Enter(cancellationToken);
        if (ReferenceEquals(_session.Knowledge.Mailbox, _mailbox))
        {
            return turn;
        }

        turn.Dispose();
        throw new InvalidOperationException($"The folder {Name} is not open any more.");
    }

    private void Demand(string verb, string capability)
    {
        if (!_session.Knowledge.Offers(capability))
        {
            throw _session.Connection.Refusal(MailFailure.NotSupported, verb, $"the server does not offer {capability}");
        }
    }

    private async ValueTask<ImapCopied> TransferAsync(string verb, ImapUidSet uids, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uids);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (uids.IsEmpty)
        {
            return ImapCopied.Unknown;
        }

        using var turn = Enter(cancellationToken);
        if (verb == "UID MOVE")
        {
            Demand(verb, "MOVE");
        }

        _session.Knowledge.Copied = null;
        await _session.RunAsync(new ImapCommand(verb).Words(uids.ToString()).String(_session.Knowledge.WireName(folder))).ConfigureAwait(false);
        return _session.Knowledge.Copied ?? ImapCopied.Unknown;
    }
}
