using System.Runtime.CompilerServices;
using HelpDesk.Email.MailKit.Connecting;
using HelpDesk.Email.Protocols.Pop3.Source;
using HelpDesk.Email.Servers;
using MailKit.Net.Pop3;

namespace HelpDesk.Email.MailKit.Pop3;

/// <summary>A session over the library's client, which counts mails from 0 and keeps each in memory until it is whole.</summary>
internal sealed class MailKitMaildrop(Pop3Client client, ServerLine line, ServerWords words, TimeSpan limit) : IMaildrop
{
    private const int BatchMails = 50;
    private const long BatchOctets = 4 << 20;

    private static readonly TimeSpan TransferLimit = TimeSpan.FromMinutes(30);

    private Dictionary<int, long> _sizes = [];

    public bool IsUsable => !line.IsBroken && client is { IsConnected: true, IsAuthenticated: true };

    public bool IsEncrypted => client.IsSecure;

    public ValueTask<int> CountAsync(CancellationToken cancellationToken) => ValueTask.FromResult(client.Count);

    public async ValueTask<IReadOnlyList<(int Number, string Name)>?> NamesAsync(CancellationToken cancellationToken)
    {
        if (!client.SupportsUids)
        {
            return null;
        }

        try
        {
            var names = await line.RunAsync("UIDL", limit, token => client.GetMessageUidsAsync(token), cancellationToken).ConfigureAwait(false);
            return [.. names.Select((name, i) => (i + 1, name))];
        }
        catch (MailProtocolException exception) when (exception.Failure == MailFailure.CommandRefused && IsUsable)
        {
            return null;
        }
    }

    public async ValueTask<IReadOnlyList<(int Number, long Octets)>> SizesAsync(CancellationToken cancellationToken)
    {
        var sizes = await line.RunAsync("LIST", limit, token => client.GetMessageSizesAsync(token), cancellationToken).ConfigureAwait(false);
        _sizes = sizes.Select((octets, i) => (Number: i + 1, Octets: (long)octets)).ToDictionary(size => size.Number, size => size.Octets);
        return [.. _sizes.Select(size => (size.Key, size.Value))];
    }

    public async IAsyncEnumerable<GivenMail<T>> RetrieveAsync<T>(IReadOnlyList<int> numbers, long maxOctets, Func<Stream, long?, CancellationToken, ValueTask<T?>> take, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        foreach (var batch in Batches(numbers))
        {
            if (await RetrieveAsync(batch, maxOctets, cancellationToken).ConfigureAwait(false) is { } mails)
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    yield return await TakeAsync(batch[i], mails[i], take, cancellationToken).ConfigureAwait(false);
                }

                continue;
            }

            // One of them was refused, and the library does not say which.
            foreach (var number in batch)
            {
                var (octets, refusal) = await RetrieveOneAsync(number, maxOctets, cancellationToken).ConfigureAwait(false);
                yield return octets is null
                    ? new GivenMail<T>(number, null, refusal)
                    : await TakeAsync(number, octets, take, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask<IReadOnlyList<int>> DeleteAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var marked = new List<int>(numbers.Count);
        foreach (var number in numbers.Where(number => number <= client.Count))
        {
            try
            {
                await line.RunAsync("DELE", limit, token => client.DeleteMessageAsync(number - 1, token), cancellationToken).ConfigureAwait(false);
                marked.Add(number);
            }
            catch (MailProtocolException exception) when (exception.Failure == MailFailure.CommandRefused && IsUsable)
            {
                // It stays, and the next session finds it.
            }
        }

        return marked;
    }

    public async ValueTask QuitAsync(CancellationToken cancellationToken)
    {
        // The library takes any answer, and none, for a goodbye; but what was marked is gone only after a good one.
        words.Forget();
        await line.RunAsync("QUIT", limit, token => client.DisconnectAsync(quit: true, token), cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (!words.LastLine.StartsWith("+OK", StringComparison.OrdinalIgnoreCase))
        {
            throw words.LastLine.StartsWith("-ERR", StringComparison.OrdinalIgnoreCase)
                ? line.Refusal(MailFailure.CommandRefused, "QUIT", "refused", serverText: words.LastLine)
                : line.Fail(MailFailure.ConnectionLost, "QUIT", "the connection broke, or the server closed it without a word");
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async ValueTask<GivenMail<T>> TakeAsync<T>(int number, Stream octets, Func<Stream, long?, CancellationToken, ValueTask<T?>> take, CancellationToken cancellationToken)
        where T : class
    {
        await using (octets.ConfigureAwait(false))
        {
            return new GivenMail<T>(number, await take(octets, octets.Length, cancellationToken).ConfigureAwait(false), null);
        }
    }

    // The library keeps all of a batch: it may hold few octets, unless it is one mail.
    private IEnumerable<IReadOnlyList<int>> Batches(IReadOnlyList<int> numbers)
    {
        var batch = new List<int>();
        var octets = 0L;
        foreach (var number in numbers)
        {
            var size = _sizes.GetValueOrDefault(number);
            if (batch.Count == BatchMails || (batch.Count > 0 && octets + size > BatchOctets))
            {
                yield return batch;
                (batch, octets) = ([], 0);
            }

            batch.Add(number);
            octets += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async ValueTask<IList<Stream>?> RetrieveAsync(IReadOnlyList<int> batch, long maxOctets, CancellationToken cancellationToken)
    {
        try
        {
            return await GuardAsync(token => client.GetStreamsAsync([.. batch.Select(number => number - 1)], headersOnly: false, token, new TransferGuard(maxOctets)), cancellationToken).ConfigureAwait(false);
        }
        catch (MailProtocolException exception) when (exception.Failure == MailFailure.CommandRefused && IsUsable)
        {
            return null;
        }
    }

    private async ValueTask<(Stream? Octets, string? Refusal)> RetrieveOneAsync(int number, long maxOctets, CancellationToken cancellationToken)
    {
        try
        {
            return (await GuardAsync(token => client.GetStreamAsync(number - 1, headersOnly: false, token, new TransferGuard(maxOctets)), cancellationToken).ConfigureAwait(false), null);
        }
        catch (MailProtocolException exception) when (exception.Failure == MailFailure.CommandRefused && IsUsable)
        {
            return (null, exception.ServerText ?? exception.Message);
        }
    }

    private async ValueTask<T> GuardAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await line.RunAsync("RETR", TransferLimit, work, cancellationToken).ConfigureAwait(false);
        }
        catch (TooManyOctetsException exception)
        {
            throw line.Fail(MailFailure.LimitExceeded, "RETR", "the server sent a mail that is too long", exception);
        }
    }
}
