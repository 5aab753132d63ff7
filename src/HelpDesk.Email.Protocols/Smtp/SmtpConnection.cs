using System.Net;
using System.Net.Sockets;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>A client of SMTP for handing mail in (RFC 5321, RFC 6409).</summary>
/// <remarks>
/// <para>Speaks PIPELINING, STARTTLS, AUTH, SIZE, 8BITMIME, SMTPUTF8, DSN and ENHANCEDSTATUSCODES where the server offers
/// them. One connection serves any number of mails, one after the other.</para>
/// <para>What a server refuses is a value; what ends the connection is a <see cref="MailProtocolException"/>, after which
/// <see cref="IsUsable"/> is <see langword="false"/>. For one caller at a time.</para>
/// </remarks>
public sealed class SmtpConnection : IAsyncDisposable
{
    private readonly ClientConnection _connection;
    private readonly SmtpReplyReader _replies;
    private readonly string _clientName;
    private SmtpPhase _phase = SmtpPhase.Greeted;

    private SmtpConnection(ClientConnection connection, string? clientName)
    {
        _connection = connection;
        _replies = new SmtpReplyReader(connection);
        _clientName = clientName ?? LiteralOf(connection.Wire.Local);
    }

    /// <summary>What the server offers now; it may offer more after a handshake and a log-in.</summary>
    public SmtpCapabilities Capabilities { get; private set; } = SmtpCapabilities.None;

    /// <summary>Whether octets go through TLS.</summary>
    public bool IsEncrypted => _connection.IsEncrypted;

    /// <summary>Whether the server knows who we are.</summary>
    public bool IsLoggedIn { get; private set; }

    /// <summary>Whether the connection can be used for another mail, as far as is known without asking.</summary>
    public bool IsUsable => !_connection.IsBroken && _phase != SmtpPhase.Ended;

    /// <summary>Connects, encrypts as the settings of the server ask for, and learns what it offers.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="clientName">The name of this machine for EHLO; <see langword="null"/> for its address in brackets.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The protocol log, at Trace, without secrets.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MailProtocolException">It failed; the exception says what and where.</exception>
    public static async ValueTask<SmtpConnection> ConnectAsync(MailServer server, string? clientName, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        var connection = await ClientConnection.ConnectAsync("SMTP", server, time, logger, cancellationToken).ConfigureAwait(false);
        try
        {
            var client = new SmtpConnection(connection, clientName);
            await client.GreetAsync(cancellationToken).ConfigureAwait(false);
            return client;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Logs in, by the best way that the server offers and the credential fits.</summary>
    /// <param name="credential">Who logs in.</param>
    /// <param name="mechanism">The one way to use, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MailProtocolException">
    /// <see cref="MailFailure.TlsNotOffered"/> where the connection is not encrypted and <see cref="MailEncryption.None"/> was not
    /// chosen; <see cref="MailFailure.MechanismNotOffered"/>; <see cref="MailFailure.LoginRefused"/>;
    /// <see cref="MailFailure.LoginUnavailable"/> where it may succeed later.
    /// </exception>
    public async ValueTask LoginAsync(MailCredential credential, SaslMechanism? mechanism, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(credential);
        if (mechanism is { } asked && !SaslMechanisms.Fits(asked, credential))
        {
            throw new ArgumentException($"{SaslMechanisms.NameOf(asked)} does not carry such a credential.", nameof(mechanism));
        }

        using var turn = _connection.Enter(cancellationToken);
        var next = SmtpVerbs.After(_phase, "AUTH");
        await SmtpLogin.RunAsync(_connection, _replies, Capabilities, credential, mechanism).ConfigureAwait(false);
        _phase = next;
        IsLoggedIn = true;
    }

    /// <summary>Sends one mail.</summary>
    /// <param name="envelope">From whom to whom.</param>
    /// <param name="content">The octets; line ends that are not CR LF become that on the way.</param>
    /// <param name="cancellationToken">Ends it; the connection is of no use then.</param>
    /// <returns>What the server said, for each recipient.</returns>
    /// <exception cref="MailProtocolException">The connection failed before the server can have taken the mail over.</exception>
    /// <exception cref="IOException">The octets could not be read; the connection is closed.</exception>
    public async ValueTask<SmtpSendResult> SendAsync(SmtpEnvelope envelope, MailContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(content);
        if (envelope.Recipients.Count == 0)
        {
            throw new ArgumentException("A mail needs a recipient.", nameof(envelope));
        }

        using var turn = _connection.Enter(cancellationToken);
        _phase = SmtpVerbs.After(_phase, "MAIL");
        return await new SmtpTransaction(_connection, _replies, Capabilities, envelope).RunAsync(content, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks whether the server is still there.</summary>
    /// <exception cref="MailProtocolException">It is not.</exception>
    public async ValueTask NoopAsync(CancellationToken cancellationToken)
    {
        using var turn = _connection.Enter(cancellationToken);
        _phase = SmtpVerbs.After(_phase, "NOOP");
        await SayAsync("NOOP").ConfigureAwait(false);
    }

    /// <summary>Says goodbye. Fails never: whoever does not answer is left.</summary>
    public async ValueTask QuitAsync(CancellationToken cancellationToken)
    {
        if (!IsUsable)
        {
            return;
        }

        try
        {
            using var turn = _connection.Enter(cancellationToken);
            _phase = SmtpVerbs.After(_phase, "QUIT");
            _connection.Say("QUIT");
            await _replies.ReadAsync(new StepDeadline("QUIT", _connection.Server.Deadlines.Goodbye)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is MailProtocolException or OperationCanceledException)
        {
            // Every mail has its answer already; nothing hangs on this one.
            _connection.Break();
        }
    }

    /// <summary>Cuts the connection; <see cref="QuitAsync"/> says goodbye before.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async ValueTask GreetAsync(CancellationToken cancellationToken)
    {
        using (_connection.Enter(cancellationToken))
        {
            var greeting = await _replies.ReadAsync(_connection.Begin("greeting")).ConfigureAwait(false);
            if (!greeting.IsPositive)
            {
                throw _connection.Fail(SmtpRefusals.FailureOf(greeting.Code), "greeting", "the server takes no mail now", serverText: greeting.ToString());
            }

            await HelloAsync().ConfigureAwait(false);
        }

        if (_connection.Server.Encryption is MailEncryption.StartTls or MailEncryption.StartTlsWhenOffered)
        {
            await StartTlsAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask HelloAsync()
    {
        var next = SmtpVerbs.After(_phase, "EHLO");
        _connection.Say($"EHLO {_clientName}");
        var (reply, lines) = await _replies.ReadLinesAsync(_connection.Begin("EHLO")).ConfigureAwait(false);
        if (reply.IsPositive)
        {
            Capabilities = SmtpCapabilities.Read(lines);
        }
        else if (reply.Code is 500 or 502 or 504)
        {
            // A server from before 1993 knows the old word, and offers nothing.
            Capabilities = SmtpCapabilities.None;
            await SayAsync($"HELO {_clientName}").ConfigureAwait(false);
        }
        else
        {
            throw _connection.Fail(SmtpRefusals.FailureOf(reply.Code), "EHLO", "the server does not want to talk to us", serverText: reply.ToString());
        }

        _phase = next;
    }

    private async ValueTask StartTlsAsync(CancellationToken cancellationToken)
    {
        var isRequired = _connection.Server.Encryption == MailEncryption.StartTls;
        if (!Capabilities.StartTls)
        {
            if (isRequired)
            {
                throw _connection.Fail(MailFailure.TlsNotOffered, "STARTTLS", "the server offers no STARTTLS; take ImplicitTls with the port for it, or ask the server's administrator");
            }

            return;
        }

        using (_connection.Enter(cancellationToken))
        {
            var next = SmtpVerbs.After(_phase, "STARTTLS");
            _connection.Say("STARTTLS");
            var reply = await _replies.ReadAsync(_connection.Begin("STARTTLS")).ConfigureAwait(false);
            if (!reply.IsPositive)
            {
                throw _connection.Fail(MailFailure.TlsNotOffered, "STARTTLS", "the server refused to encrypt", serverText: reply.ToString());
            }

            await _connection.EncryptAsync(cancellationToken).ConfigureAwait(false);
            _phase = next;
            await HelloAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask SayAsync(string command)
    {
        var verb = command.Split(' ')[0];
        _connection.Say(command);
        var reply = await _replies.ReadAsync(_connection.Begin(verb)).ConfigureAwait(false);
        if (!reply.IsPositive)
        {
            throw _connection.Fail(SmtpRefusals.FailureOf(reply.Code), verb, "the server refused it", serverText: reply.ToString());
        }
    }

    // RFC 5321 section 4.1.3: who has no name of its own says its address.
    private static string LiteralOf(EndPoint? local) => local is IPEndPoint { Address: var address }
        ? address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork ? $"[{address.MapToIPv4()}]" : $"[IPv6:{new IPAddress(address.GetAddressBytes())}]"
        : "[127.0.0.1]";
}
