namespace HelpDesk.Email.Configuration;

/// <summary>Mail about troubles of the help desk itself, below <c>Monitor:ErrorMail</c>.</summary>
public sealed class ErrorMailOptions
{
    /// <summary>From which severity on troubles are mailed.</summary>
    /// <value>The default is <see cref="ErrorMailLevel.Off"/>.</value>
    public ErrorMailLevel Level { get; set; }

    /// <summary>Where the mail goes, and where it comes from.</summary>
    public string? Address { get; set; }

    /// <summary>The outgoing account that sends it; one of its own may have another server, port, encryption and log-in.</summary>
    /// <value>The default is <c>default</c>.</value>
    public string Account { get; set; } = "default";
}
