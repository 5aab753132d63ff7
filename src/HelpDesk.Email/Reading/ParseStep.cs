using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Reading;

/// <summary>Reads the octets.</summary>
[StepDescription("Reads the octets as a mail: header fields, text, HTML, attachments and defects; a damaged mail is still a mail.")]
public sealed class ParseStep : IInboundStep
{
    /// <inheritdoc/>
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var mail = InboundMailReader.Read(context.Content, context.Mailbox.DefaultCharset);
        context.Mail = mail;
        return ValueTask.FromResult(StepVerdict.Continue(mail.Defects.Count == 0
            ? string.Empty
            : $"{mail.Defects.Count} defects: {string.Join("; ", mail.Defects.Take(5))}"));
    }
}
