namespace HelpDesk.Email.Protocols.Clients;

/// <summary>How long a server may let us wait in each step; only waiting counts, not what we do in between.</summary>
/// <remarks>A step that takes longer ends with <see cref="Servers.MailFailure.TimedOut"/>, and the connection with it.</remarks>
public sealed record StepDeadlines
{
    /// <summary>Finding the address of the server and connecting.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The TLS handshake.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The answer to a command, the greeting, or the next octets of a mail.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A whole mail from its first octet to its last.</summary>
    /// <value>The default is 30 minutes: 25 MB in it are 14 kB a second, a slow mobile line.</value>
    public TimeSpan Transfer { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The goodbye, which is not worth much waiting.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan Goodbye { get; init; } = TimeSpan.FromSeconds(5);
}
