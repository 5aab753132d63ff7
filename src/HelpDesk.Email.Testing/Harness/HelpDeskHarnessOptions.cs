using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Testing.Harness;

/// <summary>How a harness is set up. Everything has a default that works.</summary>
public sealed class HelpDeskHarnessOptions
{
    /// <summary>Where the clock stands at first.</summary>
    /// <value>The default is 2026-01-05 09:00 UTC, a Monday.</value>
    public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Settings by their keys below the section, for instance <c>Mailboxes:support:Address</c>.</summary>
    /// <remarks>Without a mailbox there is one called <c>support</c> with the address <c>support@helpdesk.test</c>; without an outgoing account there is <c>default</c>, in memory.</remarks>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Composes further, or otherwise: called after the in-memory parts are chosen.</summary>
    public Action<IHelpDeskEmailBuilder> Compose { get; set; } = _ => { };
}
