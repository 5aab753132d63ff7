using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using HelpDesk.Email.MailKit.Connecting;
using HelpDesk.Email.Protocols.Imap.Source;
using HelpDesk.Email.Servers;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace HelpDesk.Email.MailKit.Imap;

/// <summary>The inbox over the library's client. Mails are named by UID alone; the library's own names are not compared, because they leave UIDVALIDITY out.</summary>
internal sealed class MailKitInbox : IInbox
{
    private static readonly TimeSpan TransferLimit = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan GoodbyeLimit = TimeSpan.FromSeconds(5);

    private readonly SpoolingImapClient _client;
    private readonly IMailFolder _folder;
    private readonly ServerLine _line;
    private readonly TimeSpan _limit;
    private readonly MailKitFolders _folders;
    private int _count;
    private bool _hasGrown;

    public MailKitInbox(SpoolingImapClient client, IMailFolder folder, ServerLine line, TimeSpan limit)
    {
        (_client, _folder, _line, _limit) = (client, folder, line, limit);
        _folders = new MailKitFolders(client);
        UidValidity = folder.UidValidity;
        UidNext = folder.UidNext is { Id: > 0 } next ? next.Id : null;
        _count = folder.Count;
        folder.CountChanged += OnCountChanged;
    }

    public string Folder => _folder.FullName;

    public long Exists => _folder.Count;

    public uint UidValidity { get; }

    public uint? UidNext { get; }

    public bool IsUsable => !_line.IsBroken && _client is { IsConnected: true, IsAuthenticated: true } && _folder.IsOpen && _folder.UidValidity == UidValidity;

    public bool IsEncrypted => _client.IsSecure;

    // Without UIDPLUS the library moves by place, and asks for the places before; our own way is COPY and \Deleted then.
    public bool Offers(string capability) => capability switch
    {
        "IDLE" => _client.Capabilities.HasFlag(ImapCapabilities.Idle),
        "MOVE" => _client.Capabilities.HasFlag(ImapCapabilities.Move | ImapCapabilities.UidPlus),
        "UIDPLUS" => _client.Capabilities.HasFlag(ImapCapabilities.UidPlus),
        _ => false,
    };

    public bool TakeGrowth()
    {
        var hasGrown = _hasGrown;
        _hasGrown = false;
        return hasGrown;
    }

    public ValueTask<IReadOnlyList<uint>> FindFromAsync(uint uid, DateOnly? since, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Uids(new UniqueIdRange(Id(uid), new UniqueId(UidValidity, uint.MaxValue)));
        return SearchAsync(since is { } day ? query.And(SearchQuery.DeliveredAfter(day.ToDateTime(TimeOnly.MinValue))) : query, cancellationToken);
    }

    public ValueTask<IReadOnlyList<uint>> FindMessageIdAsync(string messageId, CancellationToken cancellationToken) =>
        SearchAsync(SearchQuery.HeaderContains("Message-ID", messageId), cancellationToken);

    public async IAsyncEnumerable<SurveyedMail> SurveyAsync(IReadOnlyList<uint> uids, bool asksDate, bool asksMessageId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = MessageSummaryItems.UniqueId | MessageSummaryItems.Size | (asksDate ? MessageSummaryItems.InternalDate : MessageSummaryItems.None);
        var request = asksMessageId ? new FetchRequest(items, ["Message-ID"]) : new FetchRequest(items);
        var summaries = await _line.RunAsync("UID FETCH", _limit, token => _folder.FetchAsync(Ids(uids), request, token), cancellationToken).ConfigureAwait(false);
        foreach (var summary in summaries)
        {
            yield return new SurveyedMail(summary.UniqueId.Id, summary.Size) { InternalDate = summary.InternalDate, Header = HeaderOctets.Of(summary.Headers) };
        }
    }

    public async IAsyncEnumerable<(uint Uid, T? Content)> FetchAsync<T>(IReadOnlyList<IReadOnlyList<uint>> batches, long maxOctets, Func<Stream, long?, CancellationToken, ValueTask<T?>> take, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        _client.MostOctets = maxOctets;
        foreach (var batch in batches)
        {
            var (mails, failure) = await FetchAsync(batch, take, cancellationToken).ConfigureAwait(false);
            foreach (var mail in mails)
            {
                yield return mail;
            }

            failure?.Throw();
        }
    }

    public ValueTask SetFlagAsync(IReadOnlyList<uint> uids, string flag, CancellationToken cancellationToken)
    {
        var change = new StoreFlagsRequest(StoreAction.Add, flag == "\\Seen" ? MessageFlags.Seen : MessageFlags.Deleted) { Silent = true };
        return _line.RunAsync("UID STORE", _limit, Task (token) => _folder.StoreAsync(Ids(uids), change, token), cancellationToken);
    }

    public ValueTask TransferAsync(IReadOnlyList<uint> uids, string path, bool keeps, CancellationToken cancellationToken) =>
        _line.RunAsync(keeps ? "UID COPY" : "UID MOVE", _limit * 2, Task (token) => TransferAsync(Ids(uids), path, keeps, token), cancellationToken);

    public ValueTask ExpungeAsync(IReadOnlyList<uint> uids, CancellationToken cancellationToken) =>
        _line.RunAsync("UID EXPUNGE", _limit, token => _folder.ExpungeAsync(Ids(uids), token), cancellationToken);

    public ValueTask<(string Prefix, char? Separator)> OwnFoldersAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_folders.Own());

    public ValueTask<bool> MakeFolderAsync(string path, CancellationToken cancellationToken) =>
        _line.RunAsync("CREATE", _limit * 2, token => _folders.MakeAsync(path, token), cancellationToken);

    public async ValueTask<bool> IdleAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!TakeGrowth())
        {
            await WaitAsync(atMost, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return TakeGrowth();
        }

        return true;
    }

    public ValueTask NoopAsync(CancellationToken cancellationToken) => _line.RunAsync("NOOP", _limit, token => _client.NoOpAsync(token), cancellationToken);

    public ValueTask LogoutAsync(CancellationToken cancellationToken) => _line.RunAsync("LOGOUT", GoodbyeLimit, token => _client.DisconnectAsync(quit: true, token), cancellationToken);

    public ValueTask DisposeAsync()
    {
        _folder.CountChanged -= OnCountChanged;
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    // What came before a failure is handed out before it is told.
    private async ValueTask<(List<(uint Uid, T? Content)> Mails, ExceptionDispatchInfo? Failure)> FetchAsync<T>(IReadOnlyList<uint> batch, Func<Stream, long?, CancellationToken, ValueTask<T?>> take, CancellationToken cancellationToken)
        where T : class
    {
        var mails = new List<(uint, T?)>(batch.Count);
        try
        {
            await _line.RunAsync("UID FETCH", TransferLimit, token => ((ImapFolder)_folder).GetStreamsAsync(
                Ids(batch),
                async (_, _, uid, octets, callback) => mails.Add((uid.Id, octets.Length == 0 ? null : await take(octets, octets.Length, callback).ConfigureAwait(false))),
                token), cancellationToken).ConfigureAwait(false);
            return (mails, null);
        }
        catch (TooManyOctetsException exception)
        {
            return (mails, ExceptionDispatchInfo.Capture(_line.Fail(MailFailure.LimitExceeded, "UID FETCH", "the server sent a mail that is too long", exception)));
        }
        catch (MailProtocolException exception)
        {
            return (mails, ExceptionDispatchInfo.Capture(_client.SpoolFault as Exception ?? exception));
        }
    }

    private UniqueId Id(uint uid) => new(UidValidity, uid);

    private UniqueIdSet Ids(IReadOnlyList<uint> uids) => [.. uids.Select(Id)];

    private async ValueTask<IReadOnlyList<uint>> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var found = await _line.RunAsync("UID SEARCH", _limit, token => _folder.SearchAsync(query, token), cancellationToken).ConfigureAwait(false);
        return [.. found.Select(each => each.Id).Distinct().Order()];
    }

    private async Task TransferAsync(UniqueIdSet uids, string path, bool keeps, CancellationToken cancellationToken)
    {
        var destination = await _client.GetFolderAsync(path, cancellationToken).ConfigureAwait(false);
        await (keeps ? _folder.CopyToAsync(uids, destination, cancellationToken) : _folder.MoveToAsync(uids, destination, cancellationToken)).ConfigureAwait(false);
    }

    private async ValueTask WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(atMost, _line.Time);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        EventHandler<EventArgs> grown = (_, _) =>
        {
            if (_hasGrown)
            {
                done.Cancel();
            }
        };
        _folder.CountChanged += grown;

        // The library's own patience is for answers; here silence is what is waited for.
        _client.Timeout = Milliseconds(atMost + _limit);
        try
        {
            await _line.RunAsync("IDLE", atMost + _limit, token => _client.IdleAsync(done.Token, token), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _folder.CountChanged -= grown;
            if (_client.IsConnected)
            {
                _client.Timeout = Milliseconds(_limit);
            }
        }
    }

    private static int Milliseconds(TimeSpan time) => (int)Math.Min(time.TotalMilliseconds, int.MaxValue);

    private void OnCountChanged(object? sender, EventArgs e)
    {
        _hasGrown |= _folder.Count > _count;
        _count = _folder.Count;
    }
}
