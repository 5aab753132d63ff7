namespace HelpDesk.Email.Configuration;

/// <summary>The acknowledgement of a mail that made a ticket.</summary>
public sealed class AutoresponderOptions
{
    /// <summary>Whether it is sent. Never to a mail that must not be answered.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether only tickets that came by mail are confirmed to their requesters, and not those that the host raises as made.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool OnlyForMail { get; set; } = true;
}
