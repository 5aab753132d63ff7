using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Wire;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>One client from its greeting to its goodbye.</summary>
internal sealed class SmtpSession
{
    /// <summary>The longest command line, CR LF included.</summary>
    /// <remarks>RFC 5321 section 4.5.3.1.4 asks for 512 and the room of each extension; twice that lets long signed addresses through.</remarks>
    internal const int MaxCommandLine = 1024;

    /// <summary>How long the commit of a mail may take; the client itself waits 10 minutes (RFC 5321 section 4.5.3.2.6).</summary>
    internal static readonly TimeSpan CommitDeadline = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);

    private readonly long _number;
    private readonly Connection _connection;
    private readonly ListenerSettings _settings;
    private readonly IMailIntake _intake;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly LineReader _lines;
    private readonly SmtpDataReceiver _data;
    private readonly SmtpDialogue _dialogue;
    private int _errors;

    public SmtpSession(long number, Connection connection, ListenerSettings settings, IMailIntake intake, string? spoolFolder, TimeProvider time, ILogger logger)
    {
        _number = number;
        _connection = connection;
        _settings = settings;
        _intake = intake;
        _time = time;
        _logger = logger;
        _lines = new LineReader(connection, MaxCommandLine);
        _data = new SmtpDataReceiver(connection, number, settings.MaxMailOctets, spoolFolder, time, logger);
        _dialogue = new SmtpDialogue(settings, intake);
    }

    /// <summary>Serves the client until one of both has enough.</summary>
    public async Task RunAsync()
    {
        var reply = SmtpReplies.Banner(_settings.HostName);
        while (true)
        {
            reply.WriteTo(_connection.Output);
            if (reply.Next == SmtpNext.Close)
            {
                break;
            }

            if (IsOneErrorTooMany(reply))
            {
                SmtpListenerLog.TooManyErrors(_logger, _number, _errors);
                reply = Closing("4.7.0", "saw too many errors");
                continue;
            }

            var next = reply.Next == SmtpNext.Data ? await TakeMailAsync().ConfigureAwait(false) : await TakeCommandAsync().ConfigureAwait(false);
            if (next is null)
            {
                break;
            }

            reply = next;
        }

        await _connection.CloseAsync(Linger).ConfigureAwait(false);
    }

    private bool IsOneErrorTooMany(SmtpReply reply) => reply.IsRefusal && ++_errors >= _settings.Options.MaxErrors;

    private async ValueTask<SmtpReply?> TakeCommandAsync()
    {
        var line = await _lines.NextAsync().ConfigureAwait(false);
        return line.Status switch
        {
            LineStatus.Complete => Answer(line.Text),
            LineStatus.BareLineFeed => SmtpReplies.BareLineFeed,
            LineStatus.NoText => SmtpReplies.NoText,
            LineStatus.TooLong => SmtpReplies.LineTooLong,
            LineStatus.Endless => SmtpReplies.LineEndless,
            LineStatus.TimedOut => TimedOut(),
            LineStatus.Interrupted => Stopping(),
            _ => null,
        };
    }

    private SmtpReply Answer(string line)
    {
        SmtpReply reply;
        try
        {
            var before = _dialogue.State;
            reply = _dialogue.Answer(line);
            SmtpListenerLog.Answered(_logger, _number, before, reply.Code);
            if (ReferenceEquals(reply, SmtpReplies.TooBig))
            {
                SmtpListenerLog.AnnouncedTooBig(_logger, _number, _settings.MaxMailOctets);
            }
        }
        catch (Exception exception)
        {
            // Only the host's own code can fail here (its mailbox catalog): the client shall try again.
            SmtpListenerLog.LookupFailed(_logger, exception, _number);
            return SmtpReplies.StoreFailed;
        }

        // A client that sends a mail without waiting for 354 breaks RFC 2920 section 3.1. After 354 its octets are the mail
        // all the same; after a refusal they would be taken for commands, so nothing more is read.
        return reply.IsRefusal && IsData(line) && _connection.HasUnreadInput()
            ? Closing("4.7.0", "saw input before the answer to DATA")
            : reply;
    }

    private static bool IsData(string line) => line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase);

    private async ValueTask<SmtpReply?> TakeMailAsync()
    {
        var data = await _data.ReceiveAsync(_connection.Aborted).ConfigureAwait(false);
        using var content = data.Content;
        switch (data.Status)
        {
            case ReadStatus.TimedOut:
                return TimedOut();
            case ReadStatus.Interrupted:
                return Stopping();
            case ReadStatus.Closed:
                return null;
            default:
                break;
        }

        var mail = _dialogue.Transaction!;
        var reply = data.Refusal;
        if (content is not null)
        {
            reply = await CommitAsync(new IntakeRequest(mail.Mailboxes, content) { ReversePath = mail.ReversePath, EnvelopeRecipients = mail.Recipients }).ConfigureAwait(false);
        }

        _dialogue.EndMail(stored: reply!.Code == 250);
        return reply;
    }

    private async ValueTask<SmtpReply> CommitAsync(IntakeRequest request)
    {
        try
        {
            using var deadline = new CancellationTokenSource(CommitDeadline, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _connection.Aborted);
            var rows = await _intake.AcceptAsync(request, either.Token).ConfigureAwait(false);
            SmtpListenerLog.Stored(_logger, _number, request.Content.Length, rows.Count);
            return SmtpReplies.Stored(rows);
        }
        catch (OperationCanceledException) when (_connection.Aborted.IsCancellationRequested)
        {
            // A stop that would wait no longer; it said so in the log, and nobody is there for an answer.
            return SmtpReplies.StoreFailed;
        }
        catch (Exception exception)
        {
            // Whatever it was, nothing says that the mail is safe: the client keeps it and tries again.
            SmtpListenerLog.StoreFailed(_logger, exception, _number, request.Content.Length);
            return SmtpReplies.StoreFailed;
        }
    }

    private SmtpReply TimedOut()
    {
        SmtpListenerLog.TimedOut(_logger, _number);
        return Closing("4.4.2", "waited too long");
    }

    private SmtpReply Stopping() => Closing("4.3.2", "is shutting down");

    private SmtpReply Closing(string enhancedStatusCode, string reason) => SmtpReplies.Closing(_settings.HostName, enhancedStatusCode, reason);
}
