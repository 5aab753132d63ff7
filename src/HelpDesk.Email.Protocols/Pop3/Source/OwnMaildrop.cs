using System.Runtime.CompilerServices;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>The session over our own client.</summary>
internal sealed class OwnMaildrop(Pop3Connection connection) : IMaildrop
{
    public bool IsUsable => connection.IsUsable;

    public bool IsEncrypted => connection.IsEncrypted;

    public async ValueTask<int> CountAsync(CancellationToken cancellationToken) => (await connection.StatAsync(cancellationToken).ConfigureAwait(false)).Count;

    public async ValueTask<IReadOnlyList<(int Number, string Name)>?> NamesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [.. (await connection.UidlAsync(cancellationToken).ConfigureAwait(false)).Select(uid => (uid.Number, uid.Uid))];
        }
        catch (MailProtocolException exception) when (exception.Failure == MailFailure.CommandRefused && connection.IsUsable)
        {
            return null;
        }
    }

    public async ValueTask<IReadOnlyList<(int Number, long Octets)>> SizesAsync(CancellationToken cancellationToken) =>
        [.. (await connection.ListAsync(cancellationToken).ConfigureAwait(false)).Select(size => (size.Number, size.Octets))];

    public async IAsyncEnumerable<GivenMail<T>> RetrieveAsync<T>(IReadOnlyList<int> numbers, long maxOctets, Func<Stream, long?, CancellationToken, ValueTask<T?>> take, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var fetched in connection.RetrieveAsync<T?>(numbers, maxOctets, (octets, length, token) => take(octets, length, token), cancellationToken).ConfigureAwait(false))
        {
            yield return new GivenMail<T>(fetched.Number, fetched.Content, fetched.Refusal);
        }
    }

    public ValueTask<IReadOnlyList<int>> DeleteAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken) => connection.DeleteAsync(numbers, cancellationToken);

    public ValueTask QuitAsync(CancellationToken cancellationToken) => connection.QuitAsync(cancellationToken);

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
