using System.Buffers;
using System.Net;
using System.Net.Security;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Tls;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Clients;

/// <summary>The client's end of a conversation: what every protocol needs, with failures as <see cref="MailProtocolException"/>.</summary>
/// <remarks>
/// <para>IMAP, POP3 and SMTP build upon this one. A command is: <see cref="Enter"/> with the caller's token, <see cref="Begin"/> a
/// step, <see cref="Say"/> a line, read lines or octets with the step. What is said leaves when the next read waits.</para>
/// <para>Any failure of the connection is final: <see cref="IsBroken"/> stays, and each further call fails. A token that is
/// cancelled in the middle of a step cuts the connection, because nobody knows what the server did with the command.</para>
/// <para>For one caller at a time.</para>
/// </remarks>
internal sealed class ClientConnection : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private CancellationToken _caller;
    private bool _busy;
    private bool _disposed;

    private ClientConnection(string protocol, MailServer server, Connection wire, TimeProvider time, ILogger logger)
    {
        Protocol = protocol;
        Server = server;
        Wire = wire;
        Log = new ConversationLog(protocol, server.ToString(), Secrets, logger);
        _time = time;
        _logger = logger;
    }

    /// <summary>The name of the protocol in messages, for instance <c>IMAP</c>.</summary>
    public string Protocol { get; }

    /// <summary>The server.</summary>
    public MailServer Server { get; }

    /// <summary>The octets.</summary>
    public Connection Wire { get; }

    /// <summary>What nobody else may read.</summary>
    public SecretMask Secrets { get; } = new();

    /// <summary>Whether octets go through TLS.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>Whether the connection is of no use any more.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>What is said, line by line.</summary>
    public ConversationLog Log { get; }

    /// <summary>Connects; with <see cref="MailEncryption.ImplicitTls"/> the handshake is done too.</summary>
    /// <param name="protocol">Its name in messages.</param>
    /// <param name="server">Where to.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async ValueTask<ClientConnection> ConnectAsync(string protocol, MailServer server, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var socket = await Dialer.ConnectAsync(new DnsEndPoint(server.Host, server.Port), server.Deadlines.Connect, time, cancellationToken).ConfigureAwait(false);
        var connection = new ClientConnection(protocol, server, new Connection(socket, Timeout.InfiniteTimeSpan, time), time, logger);
        ProtocolLog.Connected(logger, protocol, server.ToString(), connection.Wire.Remote);
        if (server.Encryption == MailEncryption.None)
        {
            connection.Log.GoOnInClear(connection.Wire.Remote);
        }
        else if (server.Encryption == MailEncryption.ImplicitTls)
        {
            try
            {
                await connection.EncryptAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }

        return connection;
    }

    /// <summary>Shakes hands: after the server's consent to STARTTLS was read, and before anything else is.</summary>
    public async ValueTask EncryptAsync(CancellationToken cancellationToken)
    {
        var settings = new TlsSettings(Server.Host, Server.PinnedHash, Server.CheckRevocation, Server.Encryption == MailEncryption.ImplicitTls) { Roots = Server.Roots };
        if (await TlsHandshake.RunAsync(Wire, settings, Server.Deadlines.Handshake, _time, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            throw Fail(refusal.Failure, "TLS", refusal.Reason, refusal.Cause);
        }

        IsEncrypted = true;
        ProtocolLog.Encrypted(_logger, Protocol, Server.ToString(), ((SslStream)Wire.Stream).SslProtocol);
    }

    /// <summary>Takes the turn for one call of a user, until the result is disposed; its token cuts the connection.</summary>
    /// <exception cref="ObjectDisposedException">The connection was disposed.</exception>
    /// <exception cref="InvalidOperationException">Another call has not ended.</exception>
    /// <exception cref="MailProtocolException">The connection failed before.</exception>
    public ClientTurn Enter(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (_busy)
        {
            throw new InvalidOperationException("Another command is still running on this connection, perhaps one whose mails were not all read.");
        }

        if (IsBroken)
        {
            throw Fail(MailFailure.ConnectionLost, "use", "the connection has ended; make another one");
        }

        _busy = true;
        _caller = cancellationToken;
        return new ClientTurn(this, cancellationToken.UnsafeRegister(static connection => ((ClientConnection)connection!).Wire.Abort(), this));
    }

    /// <summary>The turn is over.</summary>
    public void Leave() => _busy = false;

    /// <summary>A step that may take as long as the answer to a command.</summary>
    public StepDeadline Begin(string name) => new(name, Server.Deadlines.Command);

    /// <summary>Says a line; its CR LF is added. It leaves when the next read waits.</summary>
    /// <param name="line">The line.</param>
    /// <param name="logged">What the log shows of it, where it holds a secret.</param>
    public void Say(string line, string? logged = null)
    {
        Encoding.UTF8.GetBytes(line, Wire.Output);
        Wire.Output.Write("\r\n"u8);
        Log.Client(logged ?? line);
    }

    /// <summary>Sends what was said, and waits until it left.</summary>
    public async ValueTask FlushAsync(StepDeadline step)
    {
        if (!await Wire.FlushAsync(step.Left).ConfigureAwait(false))
        {
            throw Broken(Wire.Fault is TimeoutException ? ReadStatus.TimedOut : ReadStatus.Closed, step);
        }
    }

    /// <summary>Waits for octets: they stand in the input of <see cref="Wire"/> then.</summary>
    public async ValueTask ReadAsync(StepDeadline step)
    {
        ReadStatus status;
        do
        {
            // Who is woken here was waiting for the middle of an answer: what wants to end the wait is asked at the end of it.
            status = await Wire.ReadAsync(step).ConfigureAwait(false);
        }
        while (status == ReadStatus.Interrupted);

        if (status != ReadStatus.Data)
        {
            throw Broken(status, step);
        }
    }

    /// <summary>The next line of the server.</summary>
    public async ValueTask<string> ReadLineAsync(LineReader lines, StepDeadline step)
    {
        var line = await lines.NextAsync(step).ConfigureAwait(false);
        switch (line.Status)
        {
            case LineStatus.Complete:
                Log.Server(line.Text);
                return line.Text;
            case LineStatus.BareLineFeed:
                throw Fail(MailFailure.ProtocolViolation, step.Name, "the server ended a line with a line feed alone");
            case LineStatus.TooLong or LineStatus.Endless:
                throw Fail(MailFailure.LimitExceeded, step.Name, "the server sent a line that is too long");
            case LineStatus.NoText:
                throw Fail(MailFailure.ProtocolViolation, step.Name, "the server sent a line that is no text");
            default:
                throw Broken(line.Status == LineStatus.TimedOut ? ReadStatus.TimedOut : ReadStatus.Closed, step);
        }
    }

    /// <summary>The exception for a wait that gave nothing: the deadline, the end, or the caller's own token.</summary>
    public Exception Broken(ReadStatus status, StepDeadline step)
    {
        if (_caller.IsCancellationRequested)
        {
            Break();
            return new OperationCanceledException(_caller);
        }

        return status == ReadStatus.TimedOut
            ? Fail(MailFailure.TimedOut, step.Name, $"no answer within {step.Limit.TotalSeconds:0.###} s", Wire.Fault)
            : Fail(MailFailure.ConnectionLost, step.Name, "the connection broke, or the server closed it without a word", Wire.Fault);
    }

    /// <summary>Ends the connection for a reason, and makes the exception to throw.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="step">What was done when it came up.</param>
    /// <param name="reason">The reason in words, as the end of a sentence.</param>
    /// <param name="cause">The cause.</param>
    /// <param name="serverText">What the server said; masked and shortened here.</param>
    public MailProtocolException Fail(MailFailure failure, string step, string reason, Exception? cause = null, string? serverText = null)
    {
        Break();
        return Refusal(failure, step, reason, cause, serverText);
    }

    /// <summary>Makes an exception for something that the connection survives, for instance a refused command.</summary>
    public MailProtocolException Refusal(MailFailure failure, string step, string reason, Exception? cause = null, string? serverText = null, string? responseCode = null)
    {
        ProtocolLog.Failed(_logger, Protocol, Server.ToString(), step, failure);
        var said = serverText is null ? null : ServerText.Shorten(Secrets.Apply(serverText));
        var words = string.IsNullOrEmpty(said) ? string.Empty : $" The server said: {said}";
        return new(failure, $"{Protocol} {Server}, {step}: {Secrets.Apply(reason)}.{words}", cause)
        {
            Server = Server.ToString(),
            Step = step,
            ServerText = said,
            ResponseCode = responseCode,
        };
    }

    /// <summary>Nothing more is said or heard.</summary>
    public void Break()
    {
        IsBroken = true;
        Wire.Abort();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            ProtocolLog.Closed(_logger, Protocol, Server.ToString(), Wire.OctetsReceived, Wire.OctetsSent);
            Wire.Abort();
            await Wire.DisposeAsync().ConfigureAwait(false);
        }
    }
}
