using HelpDesk.Email.Contacts;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Composition.Injections;

/// <summary>The fields of headers and templates that hold what others wrote.</summary>
internal static class InjectionFields
{
    /// <summary>By name, what puts a text into a field.</summary>
    public static IReadOnlyDictionary<string, Action<InjectedMail, string>> All { get; } = new Dictionary<string, Action<InjectedMail, string>>(StringComparer.Ordinal)
    {
        ["ticket.number"] = (mail, text) => mail.Ticket = mail.Ticket! with { Number = text },
        ["ticket.subject"] = (mail, text) => mail.Ticket = mail.Ticket! with { Subject = text },
        ["ticket.department"] = (mail, text) => mail.Ticket = mail.Ticket! with { Department = text },
        ["ticket.category"] = (mail, text) => mail.Ticket = mail.Ticket! with { Category = text },
        ["ticket.type"] = (mail, text) => mail.Ticket = mail.Ticket! with { Type = text },
        ["ticket.priority"] = (mail, text) => mail.Ticket = mail.Ticket! with { Priority = text },
        ["ticket.field.name"] = (mail, text) => mail.Ticket = mail.Ticket! with { Fields = new Dictionary<string, string> { [text] = "12" } },
        ["ticket.field.value"] = (mail, text) => mail.Ticket = mail.Ticket! with { Fields = new Dictionary<string, string> { ["Room"] = text } },
        ["requester.name"] = (mail, text) => mail.Ticket = mail.Ticket! with { Requester = Named("ann@example.test", text) },
        ["requester.localPart"] = (mail, text) => mail.Ticket = mail.Ticket! with { Requester = Address($"{text}@example.test") },
        ["requester.domain"] = (mail, text) => mail.Ticket = mail.Ticket! with { Requester = Address($"ann@{text}") },
        ["technician.name"] = (mail, text) => mail.Ticket = mail.Ticket! with { Assignee = Named("tina@helpdesk.test", text) },
        ["technician.localPart"] = (mail, text) => mail.Ticket = mail.Ticket! with { Assignee = Address($"{text}@helpdesk.test") },
        ["subscriber.name"] = (mail, text) => mail.Ticket = mail.Ticket! with { Subscribers = [Named("carl@example.test", text)] },
        ["subscriber.localPart"] = (mail, text) => mail.Ticket = mail.Ticket! with { Subscribers = [Address($"{text}@example.test")] },
        ["author.name"] = (mail, text) => mail.Cause = mail.Cause with { Author = Named("bob@example.test", text) },
        ["author.name of an answer"] = (mail, text) => (mail.Cause, mail.Planned) = (mail.Cause with { Author = Named("bob@example.test", text) }, ComposingDesk.Update()),
        ["author.name with the help desk's"] = (mail, text) =>
            (mail.Cause, mail.Planned, mail.Options.Brands["acme"].AuthorNames) = (mail.Cause with { Author = Named("bob@example.test", text) }, ComposingDesk.Update(), Configuration.AuthorNames.PersonAndHelpDesk),
        ["author.localPart"] = (mail, text) => mail.Cause = mail.Cause with { Author = Address($"{text}@example.test") },
        ["author.domain"] = (mail, text) => mail.Cause = mail.Cause with { Author = Address($"bob@{text}") },
        ["mail.subject"] = (mail, text) => (mail.Ticket, mail.Cause) = (null, mail.Cause with { Subject = text }),
        ["mail.text"] = (mail, text) => (mail.Entry, mail.Cause) = (mail.Entry with { Text = text, Html = null }, mail.Cause with { Text = text }),
        ["mail.messageId"] = (mail, text) => mail.Cause = mail.Cause with { MessageId = text },
        ["references.first"] = (mail, text) => mail.Cause = mail.Cause with { References = [text, "<last@example.test>"] },
        ["references.last"] = (mail, text) => mail.Cause = mail.Cause with { References = ["<first@example.test>", $"<{text}@example.test>"] },
        ["event.text"] = (mail, text) => mail.WhatHappened = text,
        ["entry.text"] = (mail, text) => mail.Entry = mail.Entry with { Text = text },
        ["entry.html"] = (mail, text) => mail.Entry = mail.Entry with { Html = $"<p>{text}</p>" },
        ["entry.html.href"] = (mail, text) => mail.Entry = mail.Entry with { Html = $"<a href=\"{text}\">x</a>" },
        ["entry.html.src"] = (mail, text) => mail.Entry = mail.Entry with { Html = $"<img src=\"{text}\">" },
        ["entry.html.cid"] = (mail, text) => mail.Entry = mail.Entry with { Html = $"<img src=\"cid:{text}\">", Attachments = [InjectedMail.File with { ContentType = "image/png", ContentId = text }] },
        ["entry.html.style"] = (mail, text) => mail.Entry = mail.Entry with { Html = $"<p style=\"{text}\">x</p>" },
        ["file.name"] = (mail, text) => mail.Entry = mail.Entry with { Attachments = [InjectedMail.File with { FileName = text }] },
        ["file.name that is left out"] = (mail, text) => mail.Entry = mail.Entry with { Attachments = [InjectedMail.File with { FileName = text, Size = long.MaxValue }] },
        ["file.contentType"] = (mail, text) => mail.Entry = mail.Entry with { Attachments = [InjectedMail.File with { ContentType = text }] },
        ["file.contentId"] = (mail, text) => mail.Entry = mail.Entry with { Attachments = [InjectedMail.File with { ContentId = text }] },
        ["recipient.name"] = (mail, text) => mail.Planned = mail.Planned with { Recipient = Named("tina@helpdesk.test", text) },
        ["recipient.localPart"] = (mail, text) => mail.Planned = mail.Planned with { Recipient = Address($"{text}@example.test") },
        ["recipient.domain"] = (mail, text) => mail.Planned = mail.Planned with { Recipient = Address($"tina@{text}") },
        ["other.name"] = (mail, text) => mail.Planned = mail.Planned with { Others = [Named("otto@helpdesk.test", text)] },
        ["other.localPart"] = (mail, text) => mail.Planned = mail.Planned with { Others = [Address($"{text}@helpdesk.test")] },
        ["contact.name"] = (mail, text) => mail.Contact = new Contact(Named("ann@example.test", text), ContactRole.Requester),
        ["contact.company"] = (mail, text) => mail.Contact = new Contact(ComposingDesk.Ann, ContactRole.Requester) { Company = text },
        ["contact.location"] = (mail, text) => mail.Contact = new Contact(ComposingDesk.Ann, ContactRole.Requester) { Location = text, Department = text },
        ["recent.author"] = (mail, text) => mail.Earlier = mail.Earlier with { Author = Named("ann@example.test", text) },
        ["recent.text"] = (mail, text) => mail.Earlier = mail.Earlier with { Text = text, Html = null },
        ["recent.html"] = (mail, text) => mail.Earlier = mail.Earlier with { Html = $"<div>{text}</div>" },
        ["mailbox.displayName"] = (mail, text) => mail.Mailbox.DisplayName = mail.Options.Brands["acme"].Name = text,
        ["department.displayName"] = (mail, text) => mail.Options.Departments["Support"].DisplayName = text,
        ["from.localPart"] = (mail, text) => (mail.Options.Composition.FromMustBeIncoming, mail.Options.Departments["Support"].From) = (false, $"{text}@helpdesk.test"),
        ["replyTo.localPart"] = (mail, text) => mail.Options.Departments["Support"].ReplyTo = $"{text}@helpdesk.test",
        ["preface"] = (mail, text) => mail.Options.Composition.PrefaceForNew = mail.Options.Composition.PrefaceForUpdated = text,
        ["tag.prefix"] = (mail, text) => mail.Options.Correlation.SubjectTagPrefix = text,
        ["replyAbove"] = (mail, text) => mail.Options.ReplyParsing.Delimiters = [text],
        ["links.view"] = (mail, text) => mail.Links = mail.Links with { View = text, TicketPage = text },
        ["links.selfService"] = (mail, text) => mail.Links = mail.Links with { SelfService = text, Autologin = text },
        ["links.rating"] = (mail, text) => (mail.Links, mail.Planned) = (mail.Links with { Rating = new RatingLinks(text, text, text, text) }, ComposingDesk.Update() with { Event = NotificationEvent.Closed, Template = TemplateNames.TicketClosed }),
        ["invitation"] = (mail, text) => mail.Planned = mail.Planned with { Template = TemplateNames.ContactWelcome, Invitation = new ContactInvitation { UserName = text, Password = text, Url = text } },
        ["host.bodyHtml"] = (mail, text) => mail.Give("bodyHtml", $"<p>{text}</p>"),
        ["report.html"] = (mail, text) => (mail.Planned, _) = (mail.Planned with { Template = TemplateNames.Report, Values = InjectedMail.Values("report", new Dictionary<string, object?> { ["title"] = text, ["text"] = text, ["html"] = $"<p>{text}</p>" }) }, 0),
    };

    private static EmailAddress Named(string address, string name) => EmailAddress.Create(address, name);

    // What the type of an address refuses, no field can hold.
    private static EmailAddress Address(string address) => EmailAddress.TryCreate(address, null, out var made) ? made : throw new RefusedFieldException();
}
