using HelpDesk.Email.Contacts;

namespace HelpDesk.Email.Configuration;

/// <summary>Records that mails make, change and delete by a keyword such as <c>[announcement - new]</c>, below <c>Records</c>.</summary>
public sealed class RecordOptions
{
    /// <summary>Whether keywords are looked for at all.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>By the name of a module, the least that somebody must be for whatever the module does. Modules that are not named here keep what they bring.</summary>
    public IDictionary<string, ContactRole> Roles { get; set; } = new Dictionary<string, ContactRole>(StringComparer.OrdinalIgnoreCase);
}
