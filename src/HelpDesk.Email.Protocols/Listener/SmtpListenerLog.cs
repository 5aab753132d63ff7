using System.Net;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>What the listener tells the log. Addresses, of mail and of machines, stand at Debug alone.</summary>
internal static partial class SmtpListenerLog
{
    [LoggerMessage(5001, LogLevel.Information, "The SMTP listener takes mail at {EndPoint}")]
    public static partial void Started(ILogger logger, EndPoint? endPoint);

    [LoggerMessage(5002, LogLevel.Information, "The SMTP listener has stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(5003, LogLevel.Warning, "The SMTP listener was told to wait no longer and cut {Connections} connections; mail that was not answered is sent again by its client")]
    public static partial void Cut(ILogger logger, int connections);

    [LoggerMessage(5004, LogLevel.Warning, "The SMTP listener can be reached from other machines: its address {EndPoint} is not a loopback address")]
    public static partial void Exposed(ILogger logger, EndPoint? endPoint);

    [LoggerMessage(5005, LogLevel.Error, "The SMTP listener could not accept a connection and goes on")]
    public static partial void AcceptFailed(ILogger logger, Exception exception);

    [LoggerMessage(5006, LogLevel.Warning, "A connection was refused: {Limit} are served already (SmtpListener:MaxConnections)")]
    public static partial void ConnectionRefused(ILogger logger, int limit);

    [LoggerMessage(5007, LogLevel.Debug, "SMTP connection {Connection} from {Remote}")]
    public static partial void Connected(ILogger logger, long connection, EndPoint? remote);

    [LoggerMessage(5008, LogLevel.Debug, "SMTP connection {Connection} ended")]
    public static partial void Disconnected(ILogger logger, long connection);

    [LoggerMessage(5009, LogLevel.Trace, "SMTP connection {Connection}: a command in state {State} was answered {Code}")]
    public static partial void Answered(ILogger logger, long connection, SmtpState state, int code);

    [LoggerMessage(5010, LogLevel.Information, "SMTP connection {Connection}: a mail of {Octets} octets was stored in {Rows} rows")]
    public static partial void Stored(ILogger logger, long connection, long octets, int rows);

    [LoggerMessage(5011, LogLevel.Error, "SMTP connection {Connection}: a mail of {Octets} octets could not be stored and was answered 451; its client tries again")]
    public static partial void StoreFailed(ILogger logger, Exception exception, long connection, long octets);

    [LoggerMessage(5012, LogLevel.Error, "SMTP connection {Connection}: a mail could not be spooled to a temporary file and is answered 452; its client tries again")]
    public static partial void SpoolFailed(ILogger logger, Exception exception, long connection);

    [LoggerMessage(5013, LogLevel.Warning, "SMTP connection {Connection}: a mail was answered {Code} after {Octets} octets, no row was written; the limit is {Limit} octets (Limits:MaxMailOctets)")]
    public static partial void Refused(ILogger logger, long connection, int code, long octets, long limit);

    [LoggerMessage(5014, LogLevel.Error, "SMTP connection {Connection}: the mailbox of a recipient could not be looked up, the client was answered 451")]
    public static partial void LookupFailed(ILogger logger, Exception exception, long connection);

    [LoggerMessage(5015, LogLevel.Warning, "SMTP connection {Connection} was closed after {Errors} refused commands (SmtpListener:MaxErrors)")]
    public static partial void TooManyErrors(ILogger logger, long connection, int errors);

    [LoggerMessage(5016, LogLevel.Information, "SMTP connection {Connection} was silent or slow for too long and was closed")]
    public static partial void TimedOut(ILogger logger, long connection);

    [LoggerMessage(5017, LogLevel.Error, "SMTP connection {Connection} failed")]
    public static partial void Failed(ILogger logger, Exception exception, long connection);

    [LoggerMessage(5018, LogLevel.Warning, "SMTP connection {Connection}: a mail was announced with more octets than the limit of {Limit} and was answered 552, no row was written (Limits:MaxMailOctets)")]
    public static partial void AnnouncedTooBig(ILogger logger, long connection, long limit);

    [LoggerMessage(5019, LogLevel.Error, "The SMTP listener goes on with the settings it had, the new ones are wrong")]
    public static partial void SettingsWrong(ILogger logger, Exception exception);
}
