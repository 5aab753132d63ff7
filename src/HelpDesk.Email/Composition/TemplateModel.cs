using HelpDesk.Email.Correlation;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>Gathers the values that templates get, by name. What nobody knows is <see langword="null"/>, and a list never is.</summary>
internal sealed class TemplateModel(PersonValues people, TicketHistory history)
{
    private static readonly string[] OfSomeTemplates =
        ["invitation", "survey", "login", "verification", "comment", "digest", "report", "articleChanged", "host"];

    private static readonly IReadOnlyList<object?> Nothing = [];

    /// <summary>The values for a mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="links">Its links.</param>
    /// <param name="files">Its files.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<IReadOnlyDictionary<string, object?>> CreateAsync(MailInWork mail, TicketLinkSet links, MailFiles files, CancellationToken cancellationToken)
    {
        var (cause, settings) = mail.Occasion;
        var options = settings.Options;
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ticket"] = TicketValues.Of(mail, links.View ?? links.TicketPage),
            ["tag"] = TagOf(mail),
            ["event"] = EventOf(mail),
            ["body"] = BodyOf(mail),
            ["bodyHtml"] = files.Html,
            ["preface"] = mail.Occasion.Ticket is null ? null : mail.Planned.Event == NotificationEvent.Created ? options.Composition.PrefaceForNew : options.Composition.PrefaceForUpdated,
            ["chosenFields"] = TicketValues.Chosen(mail),
            ["recentAttachments"] = FileValues.Of(files.Visible, links.View ?? links.TicketPage),
            ["articles"] = Nothing,
            ["tickets"] = Nothing,
            ["links"] = LinkValues.Of(links, mail),
            ["date"] = MailTimes.Date(mail.Now, mail.Letterhead),
            ["time"] = MailTimes.Time(mail.Now, mail.Letterhead),
            ["helpDesk"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["name"] = mail.Letterhead.HelpDesk,
                ["address"] = mail.Letterhead.Mailbox.Address.Length > 0 ? mail.Letterhead.Mailbox.Address : mail.Letterhead.From.Address,
                ["url"] = links.SelfService,
                ["brand"] = mail.Letterhead.Brand,
            },
            ["replyAbove"] = options.ReplyParsing.Delimiters.FirstOrDefault(),
        };
        foreach (var name in OfSomeTemplates)
        {
            model[name] = null;
        }

        if (mail.Planned.Invitation is { } invitation)
        {
            model["invitation"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["userName"] = invitation.UserName,
                ["password"] = invitation.Password,
                ["url"] = invitation.Url,
            };
        }

        await AddPeopleAsync(model, mail, cancellationToken).ConfigureAwait(false);
        await AddHistoryAsync(model, mail, files, links, cancellationToken).ConfigureAwait(false);
        foreach (var (name, value) in mail.Planned.Values)
        {
            model[name] = Together(model.GetValueOrDefault(name), GivenValues.Safe(name, value));
        }

        return model;
    }

    // What a host says of a part of the model leaves the rest of that part as it is.
    private static object? Together(object? own, object? given) =>
        own is IReadOnlyDictionary<string, object?> values && given is IReadOnlyDictionary<string, object?> more
            ? more.Concat(values.Where(value => !more.ContainsKey(value.Key))).ToDictionary(StringComparer.Ordinal)
            : given;

    /// <summary>The tag by which an answer finds its ticket; empty where there is none.</summary>
    public static string TagOf(MailInWork mail) =>
        mail.Occasion.Ticket is { } ticket ? TicketTags.Write(mail.Occasion.Settings.Options.Correlation.SubjectTagPrefix, ticket.Number) : string.Empty;

    // An agent's words in the host are nobody's who may not be who they say; those of a mail may be.
    private static string? BodyOf(MailInWork mail) =>
        BodyText.Of(mail.Entry?.Text ?? (mail.Occasion.Entry is null && mail.ShowsWords && (mail.Planned.IsForTechnician || !mail.Occasion.Cause.IsInternal) ? mail.Occasion.Cause.Text : null));

    private static Dictionary<string, object?>? EventOf(MailInWork mail)
    {
        if (mail.Occasion.Ticket is null)
        {
            return null;
        }

        var text = BodyText.Of(mail.Occasion.WhatHappened) ?? MailWords.WordsOf(mail.Planned.Event, mail.Letterhead.Culture);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = MailWords.NameOf(mail.Planned.Event),
            ["text"] = text,
            ["shortText"] = MailWords.Short(text),
        };
    }

    private async ValueTask AddPeopleAsync(Dictionary<string, object?> model, MailInWork mail, CancellationToken cancellationToken)
    {
        var (memory, ticket, shows) = (mail.Occasion.Memory, mail.Occasion.Ticket, mail.ShowsWords);
        var author = await people.OfAsync(mail.Occasion.Cause.Author, shows, memory, cancellationToken).ConfigureAwait(false);
        author["isVerified"] = mail.Occasion.Cause.MayEcho || mail.Occasion.Cause.Origin != JournalOrigin.Mail;
        model["author"] = author;
        model["requester"] = ticket is null ? null : await people.OfAsync(ticket.Requester, shows, memory, cancellationToken).ConfigureAwait(false);
        model["technician"] = ticket?.Assignee is { } assignee ? await people.OfAsync(assignee, showsWords: true, memory, cancellationToken).ConfigureAwait(false) : null;
        model["recipient"] = mail.IsShared ? null : await people.OfAsync(mail.Planned.Recipient, showsWords: true, memory, cancellationToken).ConfigureAwait(false);
        model["recipients"] = await people.OfAllAsync(mail.Recipients, showsWords: true, memory, cancellationToken).ConfigureAwait(false);

        // Who else reads along is nobody's business who does not work on the ticket.
        var subscribers = mail.Planned.IsForTechnician && ticket is not null
            ? await people.OfAllAsync(ticket.Subscribers, showsWords: true, memory, cancellationToken).ConfigureAwait(false)
            : Nothing;
        model["subscribers"] = subscribers;
        model["nonTechSubscribers"] = subscribers.Where(person => person is Dictionary<string, object?> values && values["role"] is "requester").ToList();
    }

    private async ValueTask AddHistoryAsync(Dictionary<string, object?> model, MailInWork mail, MailFiles files, TicketLinkSet links, CancellationToken cancellationToken)
    {
        var entries = await history.ReadAsync(mail, cancellationToken).ConfigureAwait(false);
        var options = mail.Occasion.Settings.Options.Composition;
        var count = mail.Planned.IsForTechnician ? options.RecentMessages : options.RecentMessagesToCustomers;
        var recent = new List<object?>();
        foreach (var entry in entries.Take(count))
        {
            recent.Add(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["author"] = await people.OfAsync(entry.Author, showsWords: true, mail.Occasion.Memory, cancellationToken).ConfigureAwait(false),
                ["date"] = TimeZoneInfo.ConvertTime(entry.At, mail.Letterhead.TimeZone),
                ["body"] = BodyText.Of(entry.Text, BodyText.LongestOfEarlier),
                ["bodyHtml"] = options.PlainTextOnly ? null : BodyText.SafeHtmlOf(entry.Html, _ => null, 4 * BodyText.LongestOfEarlier),
            });
        }

        model["recentMessages"] = recent;
        model["attachments"] = FileValues.Of(files.Visible.Concat(entries.SelectMany(entry => entry.Attachments)), links.View ?? links.TicketPage);
    }
}
