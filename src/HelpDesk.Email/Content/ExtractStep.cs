using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Content;

/// <summary>Takes out of a mail what goes into the ticket.</summary>
[StepDescription("Tells the reply from what it quotes and from the signature, and takes the attachments; the original is always kept.")]
public sealed class ExtractStep : IInboundStep
{
    /// <inheritdoc/>
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var parts = ReplyText.Split(context.Mail.Text, context.Settings.ReplyParsing);
        context.Extracted = new ExtractedContent(parts.Reply, parts.Quoted, parts.Signature)
        {
            Attachments = AttachmentReader.Read(context.Mail, cancellationToken),
        };
        return ValueTask.FromResult(StepVerdict.Continue(
            $"{parts.Reply.Length} characters written, {parts.Quoted.Length} quoted, {context.Extracted.Attachments.Count} attachments"));
    }
}
