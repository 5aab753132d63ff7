using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>The inbox over our own client.</summary>
internal sealed class OwnInbox(ImapConnection connection, SelectedFolder folder, uint uidValidity) : IInbox
{
    public string Folder => folder.Name;

    public long Exists => folder.Exists;

    public uint UidValidity => uidValidity;

    public uint? UidNext => folder.UidNext;

    public bool IsUsable => connection.IsUsable;

    public bool IsEncrypted => connection.IsEncrypted;

    public bool Offers(string capability) => connection.Offers(capability);

    public bool TakeGrowth() => folder.TakeGrowth();

    public ValueTask<IReadOnlyList<uint>> FindFromAsync(uint uid, DateOnly? since, CancellationToken cancellationToken)
    {
        var criteria = $"UID {ImapUidSet.From(uid)}";
        if (since is { } day)
        {
            criteria += day.ToString("' SINCE 'd-MMM-yyyy", CultureInfo.InvariantCulture);
        }

        return folder.SearchAsync(criteria, cancellationToken);
    }

    public ValueTask<IReadOnlyList<uint>> FindMessageIdAsync(string messageId, CancellationToken cancellationToken) =>
        folder.SearchHeaderAsync("Message-ID", messageId, cancellationToken);

    public async IAsyncEnumerable<SurveyedMail> SurveyAsync(IReadOnlyList<uint> uids, bool asksDate, bool asksMessageId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = new ImapFetchItems { Size = true, InternalDate = asksDate, HeaderFields = asksMessageId ? ["Message-ID"] : [] };
        await foreach (var mail in folder.FetchAsync(ImapUidSet.Of(uids), items, cancellationToken).ConfigureAwait(false))
        {
            yield return new SurveyedMail(mail.Uid, mail.Size) { InternalDate = mail.InternalDate, Header = mail.HeaderFields ?? default };
        }
    }

    public async IAsyncEnumerable<(uint Uid, T? Content)> FetchAsync<T>(IReadOnlyList<IReadOnlyList<uint>> batches, long maxOctets, Func<Stream, long?, CancellationToken, ValueTask<T?>> take, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var items = new ImapFetchItems { MaxContentOctets = maxOctets };
        await foreach (var fetched in folder.FetchBatchesAsync<T?>(batches, items, (octets, length, token) => take(octets, length, token), cancellationToken).ConfigureAwait(false))
        {
            yield return (fetched.Message.Uid, fetched.Content);
        }
    }

    public ValueTask SetFlagAsync(IReadOnlyList<uint> uids, string flag, CancellationToken cancellationToken) =>
        folder.StoreAsync(ImapUidSet.Of(uids), ImapFlagChange.Add, [flag], cancellationToken);

    public async ValueTask TransferAsync(IReadOnlyList<uint> uids, string path, bool keeps, CancellationToken cancellationToken)
    {
        var mails = ImapUidSet.Of(uids);
        if (keeps)
        {
            await folder.CopyAsync(mails, path, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await folder.MoveAsync(mails, path, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask ExpungeAsync(IReadOnlyList<uint> uids, CancellationToken cancellationToken) => folder.ExpungeAsync(ImapUidSet.Of(uids), cancellationToken);

    public async ValueTask<(string Prefix, char? Separator)> OwnFoldersAsync(CancellationToken cancellationToken)
    {
        var namespaces = await connection.NamespacesAsync(cancellationToken).ConfigureAwait(false);
        if (namespaces.FirstOrDefault(each => each.Kind == ImapNamespaceKind.Personal) is { } own)
        {
            return (own.Prefix, own.Separator);
        }

        return (string.Empty, await connection.ListAsync("INBOX", cancellationToken).ConfigureAwait(false) is [var inbox, ..] ? inbox.Separator : null);
    }

    public async ValueTask<bool> MakeFolderAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await connection.CreateAsync(path, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (MailProtocolException exception) when (exception.ResponseCode == "ALREADYEXISTS")
        {
            // Somebody was faster.
            return false;
        }
    }

    public ValueTask<bool> IdleAsync(TimeSpan atMost, CancellationToken cancellationToken) => folder.IdleAsync(atMost, cancellationToken);

    public ValueTask NoopAsync(CancellationToken cancellationToken) => connection.NoopAsync(cancellationToken);

    public ValueTask LogoutAsync(CancellationToken cancellationToken) => connection.LogoutAsync(cancellationToken);

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
