namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>Where Dovecot listens.</summary>
internal sealed record DovecotPorts
{
    public int Imap { get; } = ServerPorts.Free();

    public int Imaps { get; } = ServerPorts.Free();

    public int Pop3 { get; } = ServerPorts.Free();

    public int Pop3s { get; } = ServerPorts.Free();

    public int Lmtp { get; } = ServerPorts.Free();

    public int Auth { get; } = ServerPorts.Free();
}
