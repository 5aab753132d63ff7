namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>Where Postfix listens.</summary>
internal sealed record PostfixPorts
{
    /// <summary>In clear, with STARTTLS.</summary>
    public int Smtp { get; } = ServerPorts.Free();

    /// <summary>Implicit TLS.</summary>
    public int Smtps { get; } = ServerPorts.Free();

    /// <summary>With nothing newer than TLS 1.1.</summary>
    public int OldTls { get; } = ServerPorts.Free();

    /// <summary>With an expired certificate.</summary>
    public int Expired { get; } = ServerPorts.Free();

    /// <summary>Without any TLS.</summary>
    public int NoTls { get; } = ServerPorts.Free();

    /// <summary>Ends the connection after so many mails as one line of its settings says.</summary>
    public int Small { get; } = ServerPorts.Free();
}
