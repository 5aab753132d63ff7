using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Correlation;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>The values that templates get, by name.</summary>
internal static class TemplateModel
{
    public static IReadOnlyDictionary<string, object?> Create(
        PlannedMail planned, Occasion occasion, MailboxOptions mailbox, DateTimeOffset now)
    {
        var (cause, settings) = occasion;
        var ticket = occasion.Ticket;
        // Words of somebody who may not be who they say are not sent to the one they say they are.
        var subject = ticket?.Subject ?? cause.Subject;
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ticket"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["number"] = ticket?.Number,
                ["subject"] = cause.MayEcho ? subject : "Your message",
                ["status"] = ticket?.Status.ToString(),
                ["department"] = ticket?.Department,
                ["url"] = null,
            },
            ["tag"] = ticket is null ? string.Empty : TicketTags.Write(settings.Options.Correlation.SubjectTagPrefix, ticket.Number),
            ["requester"] = ticket is null ? null : Person(ticket.Requester, cause.MayEcho),
            ["author"] = Person(cause.Author, cause.MayEcho),
            ["body"] = cause.Text,
            ["bodyHtml"] = null,
            ["date"] = now.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            ["helpDesk"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["name"] = mailbox.DisplayName ?? mailbox.Department ?? "Help desk",
                ["address"] = mailbox.Address,
            },
            ["invitation"] = planned.Invitation is not { } invitation ? null : new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["userName"] = invitation.UserName,
                ["password"] = invitation.Password,
                ["url"] = invitation.Url,
            },
            ["replyAbove"] = settings.Options.ReplyParsing.Delimiters.FirstOrDefault(),
            ["recentMessages"] = Array.Empty<object?>(),
        };
        ModelMerge.Into(model, planned.Values);
        return model;
    }

    private static Dictionary<string, object?> Person(EmailAddress person, bool mayEcho) => new(StringComparer.Ordinal)
    {
        ["name"] = mayEcho ? person.Name : null,
        ["address"] = person.Address,
    };
}
