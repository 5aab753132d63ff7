using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Clients;

/// <summary>What the clients tell the log. Every line of a conversation stands at Trace, without its secrets; no mail does.</summary>
internal static partial class ProtocolLog
{
    [LoggerMessage(5201, LogLevel.Debug, "{Protocol} {Server}: connected to {Address}")]
    public static partial void Connected(ILogger logger, string protocol, string server, object? address);

    [LoggerMessage(5202, LogLevel.Debug, "{Protocol} {Server}: encrypted with {Version}")]
    public static partial void Encrypted(ILogger logger, string protocol, string server, object version);

    [LoggerMessage(5203, LogLevel.Trace, "{Protocol} {Server} C: {Line}")]
    public static partial void ClientSaid(ILogger logger, string protocol, string server, string line);

    [LoggerMessage(5204, LogLevel.Trace, "{Protocol} {Server} S: {Line}")]
    public static partial void ServerSaid(ILogger logger, string protocol, string server, string line);

    [LoggerMessage(5205, LogLevel.Debug, "{Protocol} {Server}: closed after {Received} octets in and {Sent} octets out")]
    public static partial void Closed(ILogger logger, string protocol, string server, long received, long sent);

    [LoggerMessage(5206, LogLevel.Debug, "{Protocol} {Server}: {Step} failed ({Failure})")]
    public static partial void Failed(ILogger logger, string protocol, string server, string step, object failure);

    [LoggerMessage(5207, LogLevel.Warning, "{Protocol} {Server}: the connection is not encrypted; what goes over it can be read on the way")]
    public static partial void NotEncrypted(ILogger logger, string protocol, string server);

    [LoggerMessage(5208, LogLevel.Warning, "{Protocol} {Server} wants somebody to read: {Text}")]
    public static partial void Alert(ILogger logger, string protocol, string server, string text);
}
