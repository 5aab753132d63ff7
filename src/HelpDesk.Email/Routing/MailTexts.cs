using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Routing;

/// <summary>A mail as rules see it: each text is made once, when the first rule asks for it.</summary>
internal sealed class MailTexts(InboundContext context, bool isNew)
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private string? _from;
    private string? _to;

    /// <summary>What sort of mail it is.</summary>
    public MailKind Kind => context.Classification.Kind;

    /// <summary>Whether a file is kept with it, pictures of the text not counted.</summary>
    public bool HasAttachment => context.Extracted.Attachments.Any(file => !file.IsInline);

    /// <summary>Patterns that took too long, for the trace; for them the rule did not hold.</summary>
    public IList<string> Overruns { get; } = [];

    /// <summary>The text that a condition looks at.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="header">The name of the field, for <see cref="TextPlace.Header"/>.</param>
    public string Of(TextPlace place, string header) => place switch
    {
        TextPlace.From => _from ??= Lines(context.Mail.From.DefaultIfEmpty(context.Sender.Address).Select(Written)),
        TextPlace.To => _to ??= Lines(context.Mail.To.Concat(context.Mail.Cc).Select(Written).Concat(context.Entry.EnvelopeRecipients)),
        TextPlace.Subject => context.Mail.Subject,
        TextPlace.Header => _headers.TryGetValue(header, out var known) ? known : _headers[header] = Lines(context.Mail.HeaderValues(header)),
        _ => isNew ? context.Mail.Text : context.Extracted.Reply,
    };

    /// <summary>Whether a header field is there, be it empty.</summary>
    public bool HasHeader(string name) => context.Mail.HeaderValues(name).Any();

    private static string Written(EmailAddress address) => address.Name is { } name ? $"{name} <{address.Address}>" : address.Address;

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts);
}
