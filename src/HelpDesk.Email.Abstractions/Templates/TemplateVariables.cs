using static HelpDesk.Email.Templates.TemplateNames;

namespace HelpDesk.Email.Templates;

/// <summary>The values that templates get. What there is no value for is absent, and every template reads well without it.</summary>
public static class TemplateVariables
{
    private static readonly string[] Community = [CommunityDigest, CommunityComment];

    /// <summary>All of them, in the order of the reference.</summary>
    public static IReadOnlyList<TemplateVariable> All { get; } =
    [
        .. Ticket(),
        .. People(),
        Of("event.name", "What happened, in one word: `created`, `updated`, `closed`, `reopened`, `assigned`, `moved`."),
        Of("event.text", "What happened, in a sentence."),
        Of("event.shortText", "The same in at most 100 characters."),
        Of("body", "The entry that the mail is about, as text. In a rejection what was sent, if it may be repeated."),
        Of("bodyHtml", "The entry as safe HTML; absent where it was plain text. Written by `{{safeHtml bodyHtml}}` alone."),
        Of("preface", "A text before the fields, one for new and one for updated tickets."),
        Of("chosenFields[].name", "Up to eight fields that an administrator chose: the name."),
        Of("chosenFields[].value", "The value of such a field."),
        .. Messages(),
        .. Files("attachments", "of the ticket", []),
        .. Files("recentAttachments", "of the entry that the mail is about", [TicketCreated, TicketCreatedRequester, TicketUpdated]),
        .. Persons("subscribers", "who gets the updates of the ticket"),
        .. Persons("nonTechSubscribers", "the same without technicians"),
        .. Persons("recipients", "who gets this mail"),
        Of("articles[].title", "Articles of the knowledge base that may help: the title.", TicketReceived),
        Of("articles[].url", "The address of such an article.", TicketReceived),
        Of("articles[].text", "How such an article begins.", TicketReceived),
        .. Links(),
        Of("date", "The date, in the language and the time zone of the department."),
        Of("time", "The time of day, likewise."),
        Of("helpDesk.name", "The name of the help desk."),
        Of("helpDesk.address", "The address of the mailbox."),
        Of("helpDesk.url", "Where the help desk stands in the web."),
        Of("helpDesk.brand", "The brand under which the mail is sent."),
        Of("replyAbove", "The line above which an answer is written."),
        .. Special(),
        Of("host", "Values that the host gives with a template of its own, by name. Masks find them too."),
    ];

    private static TemplateVariable Of(string path, string meaning, params IReadOnlyList<string> templates) => new(path, meaning, templates);

    private static IEnumerable<TemplateVariable> Ticket() =>
    [
        Of("ticket.number", "The number of the ticket."),
        Of("ticket.subject", "The subject of the ticket."),
        Of("ticket.status", "The status."),
        Of("ticket.priority", "The priority."),
        Of("ticket.category", "The category."),
        Of("ticket.type", "The type."),
        Of("ticket.department", "The department."),
        Of("ticket.created", "When the ticket was made."),
        Of("ticket.due", "Until when it has to be done."),
        Of("ticket.timeSpent", "How long people worked on it."),
        Of("ticket.via", "How it came, for instance `mail`."),
        Of("ticket.url", "The address of the ticket."),
        Of("ticket.fields[].id", "The fields of the ticket: the id."),
        Of("ticket.fields[].name", "The name of a field."),
        Of("ticket.fields[].value", "The value of a field."),
        Of("ticket.fields[].isPublic", "Whether requesters may see the field."),
        Of("tag", "What stands in the subject so that an answer finds the ticket, for instance `[#1234]`."),
    ];

    private static IEnumerable<TemplateVariable> People() =>
        new[]
        {
            ("author", "who wrote the entry or did what happened"),
            ("requester", "whose ticket it is"),
            ("technician", "who works on the ticket"),
            ("recipient", "who gets this mail"),
        }.SelectMany(role => Person(role.Item1, $"Of the person {role.Item2}"));

    private static IEnumerable<TemplateVariable> Persons(string list, string who) => Person($"{list}[]", $"Of each person {who}");

    private static IEnumerable<TemplateVariable> Person(string path, string who) =>
    [
        Of($"{path}.name", $"{who}: the name."),
        Of($"{path}.address", $"{who}: the mail address."),
        Of($"{path}.firstName", $"{who}: the first name."),
        Of($"{path}.lastName", $"{who}: the last name."),
        Of($"{path}.userName", $"{who}: the name to log in with."),
        Of($"{path}.company", $"{who}: the company."),
        Of($"{path}.department", $"{who}: the department."),
        Of($"{path}.location", $"{who}: the place."),
        Of($"{path}.role", $"{who}: `requester`, `technician` or `administrator`."),
    ];

    private static IEnumerable<TemplateVariable> Messages() =>
    [
        .. Person("recentMessages[].author", "Who wrote an earlier message, newest first"),
        Of("recentMessages[].date", "When it was written."),
        Of("recentMessages[].body", "Its text."),
        Of("recentMessages[].bodyHtml", "Its safe HTML, written by `{{safeHtml bodyHtml}}` within `{{#each recentMessages}}`."),
    ];

    private static IEnumerable<TemplateVariable> Files(string list, string whose, IReadOnlyList<string> templates) =>
    [
        Of($"{list}[].name", $"The files {whose}: the name.", templates),
        Of($"{list}[].size", $"The size of a file {whose}.", templates),
        Of($"{list}[].url", $"Where a file {whose} can be loaded.", templates),
    ];

    private static IEnumerable<TemplateVariable> Links() =>
    [
        Of("links.view", "The signed link to the ticket."),
        Of("links.viewText", "Its text."),
        Of("links.browse", "The link to the knowledge base.", TicketReceived),
        Of("links.browseText", "Its text.", TicketReceived),
        Of("links.autologin", "The link that opens the ticket for its requester without logging in."),
        Of("links.unsubscribe", "The link to get no more mail about the ticket."),
        Of("links.selfService", "The address of the self-service portal."),
        Of("links.placement", "Where the link to the ticket stands: `top`, `bottom` or `none`."),
        Of("links.rating.prompt", "The question before the rating.", TicketClosed),
        Of("links.rating.good", "The link for: good.", TicketClosed),
        Of("links.rating.ok", "The link for: OK.", TicketClosed),
        Of("links.rating.bad", "The link for: bad.", TicketClosed),
    ];

    private static IEnumerable<TemplateVariable> Special() =>
    [
        Of("invitation.userName", "What a new user logs in with.", ContactWelcome),
        Of("invitation.password", "The password of a new user.", ContactWelcome),
        Of("invitation.url", "Where a new user logs in.", ContactWelcome),
        Of("survey.url", "The address of the survey.", Survey),
        Of("login.userName", "What the user logs in with.", ForgotLogin),
        new("login.password", "The new password, or the code to set one.", [ForgotLogin], IsRequired: true),
        Of("login.url", "Where the user logs in.", ForgotLogin),
        new("verification.link", "The link that proves the address.", [VerifyAddress], IsRequired: true),
        Of("comment.userName", "Who wrote the comment.", CommunityComment),
        Of("comment.text", "The comment.", CommunityComment),
        Of("comment.threadUrl", "The address of the thread.", CommunityComment),
        Of("digest.activities[].title", "What happened in the community: a title.", CommunityDigest),
        Of("digest.activities[].text", "What happened, in a sentence.", CommunityDigest),
        Of("digest.activities[].url", "Where to read it.", CommunityDigest),
        Of("digest.portalUrl", "The address of the portal.", Community),
        Of("tickets[].number", "The tickets of the list: the number.", TicketList),
        Of("tickets[].subject", "The subject of such a ticket.", TicketList),
        Of("tickets[].status", "Its status.", TicketList),
        Of("tickets[].created", "When it was made.", TicketList),
        Of("tickets[].url", "Its address.", TicketList),
        Of("report.title", "The title of the report.", Report),
        Of("report.text", "The report as text.", Report),
        Of("report.html", "The report as safe HTML, written by `{{safeHtml report.html}}`.", Report),
        Of("articleChanged.title", "The title of the article.", ArticleChanged),
        Of("articleChanged.url", "The address of the article.", ArticleChanged),
    ];
}
