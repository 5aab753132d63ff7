using System.Net.Sockets;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Tls;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;
using MailKit;
using MailKit.Security;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.MailKit.Connecting;

/// <summary>One connection: runs its steps under deadlines, and says in our words what went wrong.</summary>
/// <param name="reader">What refusals mean.</param>
/// <param name="server">The server as people read it.</param>
/// <param name="words">What it said.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class ServerLine(IFailureReader reader, string server, ServerWords words, TimeProvider time, ILogger log)
{
    /// <summary>What nobody else may read.</summary>
    public SecretMask Secrets { get; } = new();

    /// <summary>The judge of its certificate, once there is one.</summary>
    public CertificateCheck? Certificate { get; set; }

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>The log.</summary>
    public ILogger Log => log;

    /// <summary>The name of the protocol, and the server.</summary>
    public (string Protocol, string Server) Names => (reader.Protocol, server);

    /// <summary>Whether a step was ended from outside or failed for no reason that the server gave: nobody knows then what it did.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Runs a step.</summary>
    /// <param name="step">Its name.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="work">The step.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MailProtocolException">It failed.</exception>
    public async ValueTask<T> RunAsync<T>(string step, TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await work(either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not MailProtocolException)
        {
            if (cancellationToken.IsCancellationRequested && IsCancellation(exception))
            {
                IsBroken = true;
                throw new OperationCanceledException(cancellationToken);
            }

            if (Explain(step, limit, exception) is { } explained)
            {
                throw explained;
            }

            IsBroken = true;
            throw;
        }
    }

    /// <summary>Runs a step that gives nothing.</summary>
    public async ValueTask RunAsync(string step, TimeSpan limit, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        await RunAsync(step, limit, async token =>
        {
            await work(token).ConfigureAwait(false);
            return true;
        }, cancellationToken).ConfigureAwait(false);

    /// <summary>The exception for something that the connection does not survive.</summary>
    public MailProtocolException Fail(MailFailure failure, string step, string reason, Exception? cause = null)
    {
        IsBroken = true;
        return Refusal(failure, step, reason, cause);
    }

    // In the midst of a TLS handshake the library wraps the cancellation into a failure of the handshake.
    private static bool IsCancellation(Exception? exception)
    {
        while (exception is not (null or OperationCanceledException))
        {
            exception = exception.InnerException;
        }

        return exception is not null;
    }

    private MailProtocolException? Explain(string step, TimeSpan limit, Exception exception) => exception switch
    {
        OperationCanceledException or TimeoutException => Fail(MailFailure.TimedOut, step, $"no answer within {limit.TotalSeconds:0.###} s", exception),
        SslHandshakeException => Handshake(limit, exception),
        AuthenticationException => Login(step, exception),
        ServiceNotAuthenticatedException => Refusal(MailFailure.LoginRefused, step, "the server wants a log-in first", exception, words.LastLine),
        _ when reader.OfCommand(step, exception, words) is { } refusal => Refusal(refusal.Failure, step, refusal.Reason, exception, words.LastLine, refusal.Code),
        ProtocolException or IOException or SocketException or ServiceNotConnectedException => Lost(step, exception),
        _ => null,
    };

    private MailProtocolException Handshake(TimeSpan limit, Exception exception)
    {
        var refusal = Certificate?.Refusal ?? TlsFaults.Explain(exception.InnerException ?? exception, limit);
        return Fail(refusal.Failure, "TLS", refusal.Reason, exception);
    }

    // The library's exception repeats what the server said, and with it perhaps the secret: it is not handed on.
    private MailProtocolException Login(string step, Exception exception)
    {
        var failure = reader.OfLogin(words);
        var said = words.LastLine.Length > 0 ? words.LastLine : exception.Message;
        return Refusal(failure, step, failure == MailFailure.LoginRefused ? "user name, password or token refused" : "no log-in is possible just now", null, said);
    }

    private MailProtocolException Lost(string step, Exception exception)
    {
        IsBroken = true;
        return reader.IsClosing(words)
            ? Refusal(MailFailure.ServerClosing, step, "the server closes the connection", exception, words.LastLine)
            : exception is ProtocolException and not { InnerException: IOException or SocketException } && !exception.Message.Contains("disconnect", StringComparison.OrdinalIgnoreCase)
                ? Refusal(MailFailure.ProtocolViolation, step, "the server said something that nobody expects there", exception)
                : Refusal(MailFailure.ConnectionLost, step, "the connection broke, or the server closed it without a word", exception);
    }

    /// <summary>The exception for something that the connection survives.</summary>
    public MailProtocolException Refusal(MailFailure failure, string step, string reason, Exception? cause = null, string? serverText = null, string? code = null)
    {
        ProtocolLog.Failed(log, reader.Protocol, server, step, failure);
        var said = serverText is null ? null : ServerText.Shorten(Secrets.Apply(serverText));
        var sentence = string.IsNullOrEmpty(said) ? string.Empty : $" The server said: {said}";
        return new(failure, $"{reader.Protocol} {server}, {step}: {Secrets.Apply(reason)}.{sentence}", cause)
        {
            Server = server,
            Step = step,
            ServerText = said,
            ResponseCode = code,
        };
    }
}
