namespace HelpDesk.Email.Configuration;

/// <summary>Everything an administrator sets: the section that a host hands to <c>AddHelpDeskEmail</c>. Re-read live.</summary>
/// <remarks>Names of mailboxes, departments and accounts are compared without case. Treat an instance as immutable once bound.</remarks>
public sealed class HelpDeskEmailOptions
{
    /// <summary>The mailboxes by name.</summary>
    public IDictionary<string, MailboxOptions> Mailboxes { get; set; } = new Dictionary<string, MailboxOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The departments by name. A department that is named by a mailbox and not listed here has the defaults.</summary>
    public IDictionary<string, DepartmentOptions> Departments { get; set; } = new Dictionary<string, DepartmentOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The brands, or groups of departments, by name.</summary>
    public IDictionary<string, BrandOptions> Brands { get; set; } = new Dictionary<string, BrandOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The outgoing accounts by name; the one called <c>default</c> is used where none is chosen.</summary>
    public IDictionary<string, OutgoingAccountOptions> Outgoing { get; set; } = new Dictionary<string, OutgoingAccountOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The embedded SMTP server.</summary>
    public SmtpListenerOptions SmtpListener { get; set; } = new();

    /// <summary>How a mail finds its ticket.</summary>
    public CorrelationOptions Correlation { get; set; } = new();

    /// <summary>How the reply is told from what it quotes.</summary>
    public ReplyParsingOptions ReplyParsing { get; set; } = new();

    /// <summary>How sure we are of a sender.</summary>
    public IdentityOptions Identity { get; set; } = new();

    /// <summary>Which mail is not taken, and to whom none is sent.</summary>
    public FilterOptions Filters { get; set; } = new();

    /// <summary>Commands in mails.</summary>
    public CommandOptions Commands { get; set; } = new();

    /// <summary>The rules for new tickets by name.</summary>
    public IDictionary<string, RuleOptions> Rules { get; set; } = new Dictionary<string, RuleOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a ticket's type brings with it, by the name of the type.</summary>
    public IDictionary<string, TicketTypeOptions> TicketTypes { get; set; } = new Dictionary<string, TicketTypeOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Other records that mails make, change and delete.</summary>
    public RecordOptions Records { get; set; } = new();

    /// <summary>Who gets the updates of a ticket besides its requester.</summary>
    public SubscriberOptions Subscribers { get; set; } = new();

    /// <summary>Who is told of what happens to a ticket.</summary>
    public NotificationOptions Notifications { get; set; } = new();

    /// <summary>The categories of tickets by name. A category that is not listed here has no technicians of its own.</summary>
    public IDictionary<string, CategoryOptions> Categories { get; set; } = new Dictionary<string, CategoryOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sizes and counts beyond which a mail is not taken as it is.</summary>
    public LimitsOptions Limits { get; set; } = new();

    /// <summary>The form of outgoing mail.</summary>
    public CompositionOptions Composition { get; set; } = new();

    /// <summary>Answers that nobody writes.</summary>
    public AutomaticAnswerOptions AutomaticAnswers { get; set; } = new();

    /// <summary>The reports that are mailed on a schedule, by the name of the report.</summary>
    public IDictionary<string, ReportOptions> Reports { get; set; } = new Dictionary<string, ReportOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of outgoing mail.</summary>
    public TemplateOptions Templates { get; set; } = new();

    /// <summary>The links in outgoing mail.</summary>
    public LinksOptions Links { get; set; } = new();

    /// <summary>How the journal and the outbox are worked.</summary>
    public ProcessingOptions Processing { get; set; } = new();

    /// <summary>How outgoing mail is delivered, and what follows when it can't be.</summary>
    public DeliveryOptions Delivery { get; set; } = new();

    /// <summary>What the monitor of the mailboxes says, and to whom.</summary>
    public MonitorOptions Monitor { get; set; } = new();

    /// <summary>How long octets and failed mail are kept.</summary>
    public RetentionOptions Retention { get; set; } = new();

    /// <summary>What automatic mail that belongs to no ticket becomes.</summary>
    /// <value>The default is <see cref="AutomaticMailPolicy.Accept"/>.</value>
    public AutomaticMailPolicy AutomaticMail { get; set; } = AutomaticMailPolicy.Accept;

    /// <summary>Hosts in the Message-IDs of mail that this help desk sent: such mail coming in is a loop.</summary>
    public IList<string> OwnHosts { get; set; } = [];

    /// <summary>The settings of a department: its own, or the defaults.</summary>
    public DepartmentOptions DepartmentOf(string? name) =>
        name is not null && Departments.TryGetValue(name, out var department) ? department : new DepartmentOptions();
}
