using System.Globalization;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>The values of a ticket.</summary>
internal static class TicketValues
{
    private const int MostFields = 200;
    private const int LongestField = 4000;

    /// <summary>The values of the ticket that a mail is about; of a mail without one, what is known instead of it.</summary>
    public static Dictionary<string, object?> Of(MailInWork mail, string? url)
    {
        var ticket = mail.Occasion.Ticket;
        var publicFields = mail.Occasion.Settings.Options.Composition.PublicFields;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["number"] = ticket?.Number,
            ["subject"] = SubjectOf(mail),
            ["status"] = ticket is null ? null : MailWords.Of(ticket.Status, mail.Letterhead.Culture),
            ["priority"] = ticket?.Priority,
            ["category"] = ticket?.Category,
            ["type"] = ticket?.Type,
            ["department"] = ticket?.Department,
            ["created"] = ticket is null || ticket.Created == default ? null : TimeZoneInfo.ConvertTime(ticket.Created, mail.Letterhead.TimeZone),
            ["due"] = null,
            ["timeSpent"] = null,
            ["via"] = mail.Occasion.Cause.Origin == JournalOrigin.Mail ? "Email" : null,
            ["url"] = url,
            ["fields"] = (IReadOnlyList<object?>)
            [
                .. (ticket?.Fields ?? new Dictionary<string, string>()).Take(MostFields).Select(field => new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["id"] = field.Key,
                    ["name"] = field.Key,
                    ["value"] = Short(field.Value),
                    ["isPublic"] = publicFields.Contains(field.Key, StringComparer.OrdinalIgnoreCase),
                }),
            ],
        };
    }

    /// <summary>The subject, or words in its place where it is those of somebody who may not be who they say.</summary>
    public static string SubjectOf(MailInWork mail) =>
        !mail.ShowsWords ? MailWords.YourMessage(mail.Letterhead.Culture)
        : mail.Occasion.Ticket?.Subject ?? mail.Occasion.Cause.Subject;

    /// <summary>The fields that the settings choose, with their values; those that the ticket has none of are left out.</summary>
    public static IReadOnlyList<object?> Chosen(MailInWork mail) =>
        mail.Occasion.Ticket is not { } ticket ? [] :
        [
            .. mail.Occasion.Settings.Options.Composition.ChosenFields
                .Select(name => (Name: name, Value: ValueOf(name, ticket, mail)))
                .Where(field => !string.IsNullOrWhiteSpace(field.Value))
                .Select(field => new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = field.Name, ["value"] = Short(field.Value!) }),
        ];

    private static string? ValueOf(string name, TicketSnapshot ticket, MailInWork mail) =>
        ticket.Fields.FirstOrDefault(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? name.ToUpperInvariant() switch
        {
            "NUMBER" => ticket.Number,
            "SUBJECT" => SubjectOf(mail),
            "STATUS" => MailWords.Of(ticket.Status, mail.Letterhead.Culture),
            "PRIORITY" => ticket.Priority,
            "CATEGORY" => ticket.Category,
            "TYPE" => ticket.Type,
            "DEPARTMENT" => ticket.Department,
            "REQUESTER" => (mail.ShowsWords ? ticket.Requester.Name : null) ?? ticket.Requester.Address,
            "TECHNICIAN" => ticket.Assignee?.Name ?? ticket.Assignee?.Address,
            "CREATED" => ticket.Created == default ? null : TimeZoneInfo.ConvertTime(ticket.Created, mail.Letterhead.TimeZone).ToString("g", mail.Letterhead.Culture),
            _ => null,
        };

    private static string Short(string value) => value.Length <= LongestField ? value : string.Create(CultureInfo.InvariantCulture, $"{value.AsSpan(0, LongestField - 1)}…");
}
