using System.Security.Cryptography;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>One session: what is listed in it, and what of that was fetched. The mailbox is locked for us as long as it lasts.</summary>
internal sealed class Pop3Visit : IAsyncDisposable
{
    private readonly IMaildrop _connection;
    private readonly Dictionary<int, string> _hashes = [];

    private Pop3Visit(IMaildrop connection, IReadOnlyList<ListedMail> mails, bool hasNames)
    {
        _connection = connection;
        Mails = mails;
        HasNames = hasNames;
    }

    /// <summary>What is there, in the order of the numbers.</summary>
    public IReadOnlyList<ListedMail> Mails { get; }

    /// <summary>Whether the server names its mails.</summary>
    public bool HasNames { get; }

    /// <summary>Whether the session goes on.</summary>
    public bool IsUsable => _connection.IsUsable;

    /// <summary>Begins a session.</summary>
    public static async ValueTask<Pop3Visit> BeginAsync(IMaildropDoor door, CancellationToken cancellationToken)
    {
        var connection = await door.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var names = await connection.NamesAsync(cancellationToken).ConfigureAwait(false);
            var sizes = await connection.SizesAsync(cancellationToken).ConfigureAwait(false);
            var shared = names?.GroupBy(uid => uid.Name).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet() ?? [];
            var byNumber = names?.Where(uid => !shared.Contains(uid.Name)).ToDictionary(uid => uid.Number, uid => uid.Name) ?? [];
            return new Pop3Visit(connection, [.. sizes.OrderBy(size => size.Number).Select(size => new ListedMail(size.Number, byNumber.GetValueOrDefault(size.Number), size.Octets))], names is not null);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Fetches mails.</summary>
    /// <param name="mails">Which.</param>
    /// <param name="maxOctets">How long one may be; a longer one comes without content.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<GivenMail<MailContent>> FetchAsync(IReadOnlyList<ListedMail> mails, long maxOctets, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The size in the list is not always true. A longer mail is read and thrown away up to here; beyond, the session ends.
        var most = Math.Max(4 * maxOctets, 256L << 20);
        await foreach (var fetched in _connection.RetrieveAsync([.. mails.Select(mail => mail.Number)], most, (octets, length, token) => ContentTaking.TakeAsync(octets, length, maxOctets, token), cancellationToken).ConfigureAwait(false))
        {
            if (fetched.Content is { } content)
            {
                _hashes[fetched.Number] = content.Hash;
            }

            yield return fetched;
        }
    }

    /// <summary>Gets the hashes of mails, from the server where they were not fetched yet.</summary>
    public async ValueTask<IReadOnlyDictionary<int, string>> HashAsync(IEnumerable<ListedMail> mails, CancellationToken cancellationToken)
    {
        var missing = mails.Select(mail => mail.Number).Where(number => !_hashes.ContainsKey(number)).Distinct().ToList();
        await foreach (var fetched in _connection.RetrieveAsync(missing, 1L << 40, HashAsync, cancellationToken).ConfigureAwait(false))
        {
            if (fetched.Content is { } hash)
            {
                _hashes[fetched.Number] = hash;
            }
        }

        return _hashes;
    }

    /// <summary>Deletes mails and ends the session; when it returns they are gone.</summary>
    /// <returns>The numbers of those that are.</returns>
    /// <exception cref="MailProtocolException">The server did not say so: nobody knows which are.</exception>
    public async ValueTask<IReadOnlyList<int>> DeleteAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var marked = await _connection.DeleteAsync(numbers, cancellationToken).ConfigureAwait(false);
        await _connection.QuitAsync(cancellationToken).ConfigureAwait(false);
        return marked;
    }

    /// <summary>Ends the session; nothing is deleted.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_connection.IsUsable)
            {
                await _connection.QuitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (MailProtocolException)
        {
            // Nothing was deleted in this session, so nothing hangs on the answer.
        }

        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static async ValueTask<string?> HashAsync(Stream octets, long? length, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(octets, cancellationToken).ConfigureAwait(false));
}
