using HelpDesk.Email.Classification;
using HelpDesk.Email.Commands;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Content;
using HelpDesk.Email.Correlation;
using HelpDesk.Email.Html;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Explaining;

/// <summary>Says what the engine understands of a mail, by the pipeline's own steps, without a store and without writing anything. Safe on any thread.</summary>
public sealed class MailExplainer
{
    private readonly HelpDeskEmailOptions _settings;
    private readonly IInboundStep[] _steps;
    private readonly SubjectCommandParser _commands = new();

    /// <summary>Makes an explainer that has no signing keys: mail of the help desk's own is known as a loop by <see cref="HelpDeskEmailOptions.OwnHosts"/> alone.</summary>
    /// <param name="settings">The settings that count: prefix of tags, parsing of replies, own hosts.</param>
    public MailExplainer(HelpDeskEmailOptions settings)
        : this(settings, new InMemoryKeyRing())
    {
    }

    /// <summary>Makes an explainer that knows the help desk's own mail by its signatures.</summary>
    /// <param name="settings">The settings that count: prefix of tags, parsing of replies, own hosts.</param>
    /// <param name="keys">The keys of the installation.</param>
    public MailExplainer(HelpDeskEmailOptions settings, IKeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(keys);
        _settings = settings;
        var tokens = new TicketTokens(keys);
        _steps = [new ParseStep(), new ClassifyStep(new SignedMessageIds(tokens), new LoopHeader(tokens)), new ExtractStep()];
    }

    /// <summary>Explains one mail. Octets of any kind have an explanation.</summary>
    /// <param name="content">The octets; they must stay until the attachments of the explanation have been read. A body alone is taken into memory.</param>
    /// <param name="form">What the octets are.</param>
    /// <param name="cancellationToken">Ends the call between steps.</param>
    /// <exception cref="IOException">The octets could not be read.</exception>
    public async ValueTask<MailExplanation> ExplainAsync(MailContent content, MailForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var message = form == MailForm.Message ? content : BodyMessage.Of(content, form);
        var document = Documents.Open(message);
        var returnPath = ReturnPathOf(document);
        var context = new InboundContext(
            new JournalEntry(0, string.Empty, string.Empty, new MailFacts(string.Empty)) { ReversePath = returnPath },
            message,
            new MailboxOptions(),
            _settings);
        foreach (var step in _steps)
        {
            await step.EvaluateAsync(context, cancellationToken).ConfigureAwait(false);
        }

        return Describe(context, document, cancellationToken) with { ReturnPath = returnPath, NoMailReason = WhyNoMail(content, document) };
    }

    private MailExplanation Describe(InboundContext context, MailDocument document, CancellationToken cancellationToken)
    {
        var mail = context.Mail;
        var described = new MailExplanation
        {
            MessageId = mail.HasOwnMessageId ? mail.MessageId : null,
            InReplyTo = mail.InReplyTo,
            References = mail.References,
            From = FirstOf(document.From),
            Sender = FirstOf(document.Sender),
            ReplyTo = document.ReplyTo,
            To = document.To,
            Cc = document.Cc,
            Subject = document.Subject,
            Date = mail.Date,
            Text = mail.Text,
            UnsafeHtml = mail.UnsafeHtml,
            SanitizedHtml = mail.UnsafeHtml is { } html ? SafeHtml.Sanitize(html) : null,
            Reply = context.Extracted.Reply,
            Quoted = context.Extracted.Quoted,
            Signature = context.Extracted.Signature,
            Attachments = ExplainedAttachments.Of(context, cancellationToken),
            Classification = context.Classification,
            DeliveryReport = ReportReader.Read(document, mail.ReportedMessageId),
            SubjectTags = [.. TicketTags.Find(mail.Subject, _settings.Correlation.SubjectTagPrefix)],
            Commands = _commands.Parse(mail.Subject),
        };

        // The document notes damage as it is read, and by now all of it was.
        return described with { Defects = [.. mail.Defects.Union(document.Defects.Select(defect => defect.Description))] };
    }

    private static MailAddressBox? FirstOf(IReadOnlyList<MailAddressBox> boxes) =>
        boxes.FirstOrDefault(box => box.Address is not null) ?? (boxes.Count > 0 ? boxes[0] : null);

    private static string? ReturnPathOf(MailDocument document)
    {
        if (document.Headers.First("Return-Path")?.Value.Trim() is not { } value)
        {
            return null;
        }

        var open = value.IndexOf('<', StringComparison.Ordinal);
        var close = open < 0 ? -1 : value.IndexOf('>', open);
        return close < 0 ? value.TrimStart('<') : value[(open + 1)..close].Trim();
    }

    // A message is known by its header. A body alone needs none, and may be empty.
    private static string? WhyNoMail(MailContent content, MailDocument document) =>
        document.Headers.Count > 0 ? null
        : content.Length == 0 ? "there are no octets"
        : "no header field of a message can be found";
}
