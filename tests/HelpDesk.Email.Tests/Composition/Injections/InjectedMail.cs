using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Composition.Injections;

/// <summary>A mail with everything in it, of which a field holds what somebody made up.</summary>
internal sealed class InjectedMail
{
    public PlannedMail Planned { get; set; } = ComposingDesk.Notice() with { Invitation = new ContactInvitation { UserName = "ann", Password = "secret", Url = "https://desk.test/login" } };

    public Cause Cause { get; set; } = new(JournalOrigin.Mail, ComposingDesk.Bob, "<mail@example.test>")
    {
        Mailbox = "support",
        MayEcho = true,
        Subject = "Printer",
        Text = "It smokes.",
        References = ["<first@example.test>", "<last@example.test>"],
    };

    public TicketSnapshot? Ticket { get; set; } = ComposingDesk.Ticket with { Category = "Hardware", Type = "Fault", Priority = "High", Fields = new Dictionary<string, string> { ["Room"] = "12" } };

    public NewTicketEntry Entry { get; set; } = new(ComposingDesk.Bob, "It smokes.") { Html = "<p>It <b>smokes</b>.</p>", Attachments = [File] };

    public TicketEntry Earlier { get; set; } = new("1", ComposingDesk.Ann, "It did not.", DateTimeOffset.UnixEpoch) { Html = "<p>It did not.</p>" };

    public string? WhatHappened { get; set; }

    public Contact? Contact { get; set; }

    public TicketLinkSet Links { get; set; } = new() { TicketPage = "https://desk.test/t/7", View = "https://desk.test/v/7", Unsubscribe = "https://desk.test/u/7", SelfService = "https://desk.test/" };

    public HelpDeskEmailOptions Options { get; } = new()
    {
        Mailboxes = { ["support"] = new MailboxOptions { Address = "support@helpdesk.test", DisplayName = "Acme Support", Department = "Support" } },
        Outgoing = { ["default"] = new OutgoingAccountOptions { Kind = "Memory" } },
        Departments = { ["Support"] = new DepartmentOptions { Brand = "acme" } },
        Brands = { ["acme"] = new BrandOptions() },
        Composition = { ChosenFields = ["Room", "Status"], PublicFields = ["Room"] },
    };

    public static TicketAttachment File { get; } = new("log.txt", "text/plain", 3, new string('0', 64)) { ContentId = "log", Open = () => new MemoryStream("log"u8.ToArray()) };

    public MailboxOptions Mailbox => Options.Mailboxes["support"];

    public IReadOnlyList<string> Recipients => [.. Planned.Others.Prepend(Planned.Recipient).Select(recipient => recipient.Address)];

    /// <summary>Puts a value among those that a host gives.</summary>
    public void Give(string name, object? value) => Planned = Planned with { Values = new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = value } };

    public Occasion ToOccasion()
    {
        var occasion = new Occasion(Cause, new SettingsSnapshot(Options, Options.Mailboxes.AsReadOnly())) { Ticket = Ticket, Entry = Entry, WhatHappened = WhatHappened };
        occasion.Memory.Entries = [Earlier];
        if (Contact is { } contact)
        {
            occasion.Memory.People[contact.Address] = contact;
        }

        return occasion;
    }

    public static Dictionary<string, object?> Values(string name, object? value) => new(StringComparer.Ordinal) { [name] = value };
}
