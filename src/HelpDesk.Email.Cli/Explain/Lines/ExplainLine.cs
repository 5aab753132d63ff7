using HelpDesk.Email.Explaining;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Cli.Explain.Lines;

/// <summary>What <c>explain</c> writes of one file: the order of the members is that of the fields.</summary>
internal sealed record ExplainLine(string File, bool Ok, string? Error)
{
    public string? MessageId { get; init; }

    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    public AddressLine? From { get; init; }

    public AddressLine? Sender { get; init; }

    public IReadOnlyList<AddressLine> ReplyTo { get; init; } = [];

    public IReadOnlyList<AddressLine> To { get; init; } = [];

    public IReadOnlyList<AddressLine> Cc { get; init; } = [];

    public string? ReturnPath { get; init; }

    public string? Subject { get; init; }

    public DateTimeOffset? Date { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    public string? SanitizedHtml { get; init; }

    public string? Reply { get; init; }

    public string? Quoted { get; init; }

    public string? Signature { get; init; }

    public IReadOnlyList<AttachmentLine> Attachments { get; init; } = [];

    public ClassificationLine? Classification { get; init; }

    public ReportLine? DeliveryReport { get; init; }

    public IReadOnlyList<string> SubjectTags { get; init; } = [];

    public IReadOnlyList<string> Commands { get; init; } = [];

    public IReadOnlyList<string> Defects { get; init; } = [];

    public static ExplainLine Failed(string file, string error) => new(file, Ok: false, error);

    public static ExplainLine Of(string file, MailExplanation mail, IReadOnlyList<string?>? savedAs) => new(file, mail.NoMailReason is null, mail.NoMailReason)
    {
        MessageId = mail.MessageId,
        InReplyTo = mail.InReplyTo,
        References = mail.References,
        From = AddressLine.Of(mail.From),
        Sender = AddressLine.Of(mail.Sender),
        ReplyTo = AddressLine.Of(mail.ReplyTo),
        To = AddressLine.Of(mail.To),
        Cc = AddressLine.Of(mail.Cc),
        ReturnPath = mail.ReturnPath,
        Subject = mail.Subject,
        Date = mail.Date,
        Text = mail.Text,
        Html = mail.UnsafeHtml,
        SanitizedHtml = mail.SanitizedHtml,
        Reply = mail.Reply,
        Quoted = mail.Quoted,
        Signature = mail.Signature,
        Attachments = AttachmentLine.Of(mail.Attachments, savedAs),
        Classification = ClassificationLine.Of(mail.Classification),
        DeliveryReport = ReportLine.Of(mail.DeliveryReport),
        SubjectTags = mail.SubjectTags,
        Commands = [.. mail.Commands.Select(Word)],
        Defects = mail.Defects,
    };

    private static string Word(SubjectCommand command) => command.Argument.Length == 0 ? command.Name : $"{command.Name} {command.Argument}";
}
