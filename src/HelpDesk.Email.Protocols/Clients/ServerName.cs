namespace HelpDesk.Email.Protocols.Clients;

/// <summary>A server as people read it.</summary>
internal static class ServerName
{
    /// <summary>Host and port.</summary>
    public static string Of(string host, int port) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]:{port}" : $"{host}:{port}";
}
