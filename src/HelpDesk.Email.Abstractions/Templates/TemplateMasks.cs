namespace HelpDesk.Email.Templates;

/// <summary>The masks that templates may use, and what they stand for.</summary>
/// <remarks>
/// Case does not matter, except where two names differ in nothing else (<c>COMPANY</c> is the help desk's own,
/// <c>Company</c> the requester's). A value that the host gives under the very name of a mask goes first.
/// </remarks>
public static class TemplateMasks
{
    /// <summary>All of them, in the order of the reference.</summary>
    public static IReadOnlyList<TemplateMask> All { get; } = [.. Percent(), .. Hash(), .. Welcome()];

    private static IEnumerable<TemplateMask> Percent()
    {
        yield return In("Subject", "The subject of the ticket.", "ticket.subject");
        yield return In("SUBJECT", "The same.", "ticket.subject");
        yield return In("TicketNumber", "The number of the ticket.", "ticket.number");
        yield return In("COMMUNITYACTIVITYLIST", "What happened in the community, a list.", "digest.activities");
        yield return In("DATE", "The date.", "date");
        yield return In("TIME", "The time of day.", "time");
        yield return In("COMPANY", "The name of the help desk.", "helpDesk.name");
        yield return In("PORTALURL", "The address of the portal.", "digest.portalUrl", "links.selfService", "helpDesk.url");
        yield return In("COMMENTUSERNAME", "Who wrote the comment.", "comment.userName");
        yield return In("COMMENTTEXT", "The comment.", "comment.text");
        yield return In("THREADURL", "The address of the thread.", "comment.threadUrl");
        yield return In("EMAIL", "The address of who gets the mail.", "recipient.address", "author.address", "requester.address");
        yield return In("SITEURL", "Where the user logs in.", "login.url", "helpDesk.url");
        yield return In("PASSWORD", "The new password.", "login.password", "invitation.password");
        yield return In("USERNAME", "What the user logs in with.", "login.userName", "invitation.userName", "recipient.userName", "requester.userName");
        yield return In("CustomerName", "The name of the requester.", "requester.name", "recipient.name");
        yield return In("CustomerUsername", "What the requester logs in with.", "requester.userName", "recipient.userName");
        yield return In("SurveyUrl", "The address of the survey.", "survey.url");
        yield return In("TicketList", "The tickets, a list.", "tickets");
        yield return In("BrandName", "The brand.", "helpDesk.brand", "helpDesk.name");
        yield return In("FullName", "The name of who gets the mail.", "recipient.name", "requester.name", "author.name");
        yield return In("LINK", "The link that proves the address.", "verification.link");
        yield return In("ViewThisTicketOnline", "The link to the ticket; `[%View This Ticket Online%]` is the same.", "links.view", "ticket.url");
        yield return In("BrowseTheKnowledgeBase", "The link to the knowledge base.", "links.browse");
        yield return In("ArticleList", "Articles that may help, a list.", "articles");

        static TemplateMask In(string name, string meaning, params IReadOnlyList<string> paths) => new(MaskForm.Percent, name, paths, meaning);
    }

    private static IEnumerable<TemplateMask> Hash()
    {
        yield return In("What_Happened", "What happened.", "event.text");
        yield return In("What_Happened_Short", "The same, cut at 100 characters.", "event.shortText", "event.text");
        yield return In("Category", "The category of the ticket.", "ticket.category");
        yield return In("Subject", "The subject of the ticket.", "ticket.subject");
        yield return In("From", "Whose ticket it is.", "requester.name", "requester.address");
        yield return In("FromEmail", "The address of whose ticket it is.", "requester.address");
        yield return In("FirstName", "The first name of whose ticket it is.", "requester.firstName");
        yield return In("LastName", "The last name of whose ticket it is.", "requester.lastName");
        yield return In("Originator", "Who did what happened.", "author.name", "author.address");
        yield return In("Priority", "The priority.", "ticket.priority");
        yield return In("Status", "The status.", "ticket.status");
        yield return In("Body", "The entry that the mail is about.", "body");
        yield return In("URL", "The link to the ticket.", "links.view", "ticket.url");
        yield return In("Recipients", "Who gets the mail, a list.", "recipients");
        yield return In("Recent_messages", "The last five messages.", "recentMessages");
        yield return In("*Recent_messages", "As many of the last messages as the number says.", "recentMessages");
        yield return In("Most_recent_message", "The last message.", "recentMessages");
        yield return In("Custom_Fields", "The fields that requesters may see, a list.", "ticket.fields");
        yield return In("CF_*", "The field with this id, also one that requesters may not see.", "ticket.fields");
        yield return In("Company", "The company of whose ticket it is.", "requester.company");
        yield return In("Department", "The department of whose ticket it is, or of the ticket.", "requester.department", "ticket.department");
        yield return In("Location", "The place of whose ticket it is.", "requester.location");
        yield return In("Attachments", "The files of the ticket, a list with links.", "attachments");
        yield return In("TicketID", "The number of the ticket.", "ticket.number");
        yield return In("Technician", "Who works on the ticket.", "technician.name", "technician.address");
        yield return In("TechnicianEmail", "The address of who works on the ticket.", "technician.address");
        yield return In("Date", "When the ticket was made.", "ticket.created", "date");
        yield return In("DueDate", "Until when it has to be done.", "ticket.due");
        yield return In("TimeSpent", "How long people worked on it.", "ticket.timeSpent");
        yield return In("Via", "How the ticket came.", "ticket.via");
        yield return In("Recent_Attachments", "The files of the entry, a list with links; in mails about new and updated tickets.", "recentAttachments");
        yield return In("Suggested_KB_articles", "Articles that may help, a list.", "articles");
        yield return In("Subscribers", "Who gets the updates of the ticket, a list.", "subscribers");
        yield return In("NonTechSubscribers", "The same without technicians.", "nonTechSubscribers");
        yield return In("RatingLinks", "The links to rate the ticket, also as `#RatingLinks(a question)#`; in the mail about a closed ticket to who opened it.", "links.rating");
        yield return In("Unsubscribe", "The link to get no more mail about the ticket.", "links.unsubscribe");

        static TemplateMask In(string name, string meaning, params IReadOnlyList<string> paths) => new(MaskForm.Hash, name, paths, meaning);
    }

    private static IEnumerable<TemplateMask> Welcome()
    {
        yield return In("username", "What a new user logs in with.", "invitation.userName");
        yield return In("password", "The password of a new user.", "invitation.password");
        yield return In("URL", "Where a new user logs in.", "invitation.url");

        static TemplateMask In(string name, string meaning, string path) => new(MaskForm.Welcome, name, [path], meaning);
    }
}
