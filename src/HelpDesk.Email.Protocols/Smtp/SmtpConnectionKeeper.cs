using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>Keeps one connection for the next mail, and lets it go when none comes. For one caller at a time, beside its own timer.</summary>
internal sealed class SmtpConnectionKeeper : IAsyncDisposable
{
    /// <summary>How long a connection waits for another mail; servers wait for minutes, and have few places.</summary>
    public static readonly TimeSpan MaxIdle = TimeSpan.FromSeconds(20);

    private readonly MailAccount _account;
    private readonly string? _clientName;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ITimer _idle;
    private SmtpConnection? _waiting;

    public SmtpConnectionKeeper(MailAccount account, string? clientName, TimeProvider time, ILogger log)
    {
        _account = account;
        _clientName = clientName;
        _time = time;
        _log = log;
        _idle = time.CreateTimer(static keeper => _ = ((SmtpConnectionKeeper)keeper!).DropAsync().AsTask(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The connection that waits, or a new one.</summary>
    /// <exception cref="MailProtocolException">The server can't be reached, or does not let us in.</exception>
    public async ValueTask<(SmtpConnection Client, bool IsReused)> TakeAsync(CancellationToken cancellationToken)
    {
        _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return Interlocked.Exchange(ref _waiting, null) is { } waiting
            ? (waiting, true)
            : (await ConnectAsync(cancellationToken).ConfigureAwait(false), false);
    }

    /// <summary>Keeps a connection for the next mail, unless it is of no use any more.</summary>
    public async ValueTask ReturnAsync(SmtpConnection client)
    {
        if (!client.IsUsable)
        {
            await client.DisposeAsync().ConfigureAwait(false);
            return;
        }

        Interlocked.Exchange(ref _waiting, client);
        _idle.Change(MaxIdle, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the connection that waits go, with a goodbye.</summary>
    public async ValueTask DropAsync()
    {
        if (Interlocked.Exchange(ref _waiting, null) is { } client)
        {
            await client.QuitAsync(CancellationToken.None).ConfigureAwait(false);
            await client.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A new connection, logged in; the caller disposes it.</summary>
    public async ValueTask<SmtpConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var secret = await _account.GetSecretAsync(cancellationToken).ConfigureAwait(false);
        var client = await SmtpConnection.ConnectAsync(_account.ToServer(), _clientName, _time, _log, cancellationToken).ConfigureAwait(false);
        try
        {
            if (secret is not null)
            {
                await client.LoginAsync(secret.ToCredential(), mechanism: null, cancellationToken).ConfigureAwait(false);
                _account.Note(wasRefused: false);
            }

            return client;
        }
        catch (Exception exception)
        {
            _account.Note(exception is MailProtocolException { Failure: MailFailure.LoginRefused });
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync().ConfigureAwait(false);
        await DropAsync().ConfigureAwait(false);
    }
}
