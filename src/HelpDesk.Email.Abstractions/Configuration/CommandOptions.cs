namespace HelpDesk.Email.Configuration;

/// <summary>Commands in mails, such as <c>#close#</c>, below <c>Commands</c>.</summary>
public sealed class CommandOptions
{
    /// <summary>Whether commands are looked for at all.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;
}
