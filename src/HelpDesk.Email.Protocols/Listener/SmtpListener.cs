using System.Net;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>An embedded SMTP server (RFC 5321) that takes mail for the mailboxes of this help desk, for development, tests and appliances.</summary>
/// <remarks>
/// <para>It relays nothing: a recipient that <see cref="IMailIntake.FindMailbox"/> does not know is answered 550. It speaks
/// EHLO, HELO, MAIL, RCPT, DATA, RSET, NOOP, VRFY, HELP and QUIT, with SIZE (RFC 1870), 8BITMIME (RFC 6152), SMTPUTF8
/// (RFC 6531), PIPELINING (RFC 2920) and ENHANCEDSTATUSCODES (RFC 2034); no TLS, no log-in.</para>
/// <para>A mail is answered 250 once every row is committed, one for each mailbox it reaches; 451 when it could not be
/// stored, so that its client tries again; 552 when it is longer than <see cref="LimitsOptions.MaxMailOctets"/>. Its octets
/// are kept exactly as they were sent: no Received field is added, bare CR and bare LF stay, a line may be of any
/// length. Only CR LF <c>.</c> CR LF ends it. A command line ends with CR LF; one that ends with LF alone is answered 500.</para>
/// <para>It listens on the loopback address 127.0.0.1 unless <see cref="SmtpListenerOptions.Address"/> says otherwise: whoever
/// can connect can make tickets, so another address is for a network that is trusted or guarded.</para>
/// <para>Without a domain, <c>postmaster</c> (RFC 5321 section 4.5.1) reaches the mailbox that has the address
/// <c>postmaster</c> or <c>postmaster@</c><see cref="SmtpListenerOptions.HostName"/>.</para>
/// <para>Safe on any thread. After it was stopped it can be started again, with the settings as they stand then; address and
/// port are taken at the start, everything else at each new connection.</para>
/// </remarks>
public sealed class SmtpListener : IMailListener
{
    private readonly Func<ListenerSettings> _settings;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly string? _spoolFolder;
    private readonly Lock _lock = new();
    private ListenerRun? _run;

    /// <summary>Makes a listener with settings that stay as they are; opens nothing.</summary>
    /// <param name="options">Where it listens, and its limits.</param>
    /// <param name="limits">The longest mail that it takes.</param>
    /// <param name="timeProvider">The clock of its timeouts.</param>
    /// <param name="logger">Where it tells what it does.</param>
    /// <param name="spoolFolder">Where mails above 1 MB are kept until they are committed; the system's temporary folder when left out.</param>
    public SmtpListener(SmtpListenerOptions options, LimitsOptions limits, TimeProvider timeProvider, ILogger<SmtpListener> logger, string? spoolFolder = null)
        : this(() => (options, limits), timeProvider, logger, spoolFolder)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(limits);
    }

    internal SmtpListener(Func<(SmtpListenerOptions Options, LimitsOptions Limits)> settings, TimeProvider timeProvider, ILogger<SmtpListener> logger, string? spoolFolder = null)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(logger);
        _settings = () =>
        {
            var (options, limits) = settings();
            return ListenerSettings.From(options, limits);
        };
        _time = timeProvider;
        _logger = logger;
        _spoolFolder = spoolFolder;
    }

    /// <inheritdoc/>
    public EndPoint? EndPoint => _run?.EndPoint;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was started already.</exception>
    public Task StartAsync(IMailIntake intake, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intake);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_run is not null)
            {
                throw new InvalidOperationException("The listener was started already; stop it first.");
            }

            _run = ListenerRun.Open(_settings, intake, _spoolFolder, _time, _logger);
        }

        SmtpListenerLog.Started(_logger, EndPoint);
        if (EndPoint is IPEndPoint { Address: var address } && !IPAddress.IsLoopback(address))
        {
            SmtpListenerLog.Exposed(_logger, EndPoint);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    /// <remarks>A commit that takes longer than 3 seconds is waited for no longer: its client gets no answer and sends the mail again.</remarks>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        ListenerRun? run;
        lock (_lock)
        {
            (run, _run) = (_run, null);
        }

        using (run)
        {
            if (run is null)
            {
                return;
            }

            await run.StopAsync(cancellationToken).ConfigureAwait(false);
            SmtpListenerLog.Stopped(_logger);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None).ConfigureAwait(false);
}
