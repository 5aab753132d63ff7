using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Settings;

/// <summary>Says which of the settings that are one word of several is none of them: the binder takes any number for a word.</summary>
internal sealed class WordSettingsCheck : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        IEnumerable<string?> checks =
        [
            .. options.Mailboxes.SelectMany(mailbox => Mailbox($"Mailboxes:{mailbox.Key}", mailbox.Value)),
            .. options.Outgoing.SelectMany(account => Account($"Outgoing:{account.Key}", account.Value)),
            .. options.Brands.Select(brand => Word($"Brands:{brand.Key}:AuthorNames", brand.Value.AuthorNames)),
            .. options.Departments.SelectMany(department => Department($"Departments:{department.Key}", department.Value)),
            .. options.Filters.Senders.SelectMany(filter => Sender($"Filters:Senders:{filter.Key}", filter.Value)),
            .. options.Filters.Subjects.SelectMany(filter => Subject($"Filters:Subjects:{filter.Key}", filter.Value)),
            .. options.Rules.SelectMany(rule => Rule($"Rules:{rule.Key}", rule.Value)),
            .. options.Commands.Roles.Select(role => Word($"Commands:Roles:{role.Key}", role.Value)),
            .. options.Records.Roles.Select(role => Word($"Records:Roles:{role.Key}", role.Value)),
            Word("Filters:AcceptFrom", options.Filters.AcceptFrom),
            Word("Correlation:TrustSubjectTagFrom", options.Correlation.TrustSubjectTagFrom),
            Word("Processing:SameMailInTwoMailboxes", options.Processing.SameMailInTwoMailboxes),
            Word("Processing:InDoubt", options.Processing.InDoubt),
            Word("Monitor:ErrorMail:Level", options.Monitor.ErrorMail.Level),
            Word("Links:Placement", options.Links.Placement),
            Word("AutomaticMail", options.AutomaticMail),
        ];
        return checks.OfType<string>();
    }

    private static IEnumerable<string?> Mailbox(string key, MailboxOptions mailbox) =>
    [
        .. Server(key, mailbox),
        Word($"{key}:NewTicketsFrom", mailbox.NewTicketsFrom),
        Word($"{key}:InitialImport", mailbox.InitialImport),
        mailbox.AfterProcessing is { } after ? Word($"{key}:AfterProcessing", after) : null,
    ];

    private static IEnumerable<string?> Server(string key, MailServerOptions server) =>
        [Word($"{key}:Encryption", server.Encryption), Word($"{key}:Authentication", server.Authentication)];

    private static IEnumerable<string?> Account(string key, OutgoingAccountOptions account) => [.. Server(key, account), Word($"{key}:AuthorNames", account.AuthorNames)];

    private static IEnumerable<string?> Department(string key, DepartmentOptions department) =>
    [
        Word($"{key}:NewTicketsFrom", department.NewTicketsFrom),
        Word($"{key}:ClosedTicketPolicy", department.ClosedTicketPolicy),
        Word($"{key}:AuthorNames", department.AuthorNames),
    ];

    private static IEnumerable<string?> Sender(string key, SenderFilterOptions filter) =>
        [Word($"{key}:In", filter.In), Word($"{key}:Direction", filter.Direction), Word($"{key}:AppliesTo", filter.AppliesTo)];

    private static IEnumerable<string?> Subject(string key, SubjectFilterOptions filter) =>
        [Word($"{key}:Direction", filter.Direction), Word($"{key}:AppliesTo", filter.AppliesTo)];

    private static IEnumerable<string?> Rule(string key, RuleOptions rule) => [Word($"{key}:On", rule.On), Word($"{key}:Verdict", rule.Verdict)];

    private static string? Word<T>(string key, T? value)
        where T : struct, Enum =>
        value is { } word ? Word(key, word) : null;

    private static string? Word<T>(string key, T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? null : $"HelpDeskEmail:{key} is {value}; write one of {string.Join(", ", Enum.GetNames<T>())}.";
}
