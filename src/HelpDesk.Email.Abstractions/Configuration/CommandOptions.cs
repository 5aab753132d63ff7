using HelpDesk.Email.Contacts;

namespace HelpDesk.Email.Configuration;

/// <summary>Commands in mails, such as <c>#close#</c>, below <c>Commands</c>.</summary>
public sealed class CommandOptions
{
    /// <summary>Whether commands are looked for at all.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether lines at the top of what a person wrote are commands too, where nothing else stands in them. They are cut from the entry.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool BodyLines { get; set; }

    /// <summary>By the name of a command, the least that somebody must be to give it. Commands that are not named here keep what they bring.</summary>
    public IDictionary<string, ContactRole> Roles { get; set; } = new Dictionary<string, ContactRole>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Addresses of programs, such as a monitoring system, whose commands are obeyed like a person's of the same role. Other automatic mail gives no commands.</summary>
    public IList<string> AutomaticFrom { get; set; } = [];
}
