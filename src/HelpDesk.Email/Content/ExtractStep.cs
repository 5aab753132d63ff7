using HelpDesk.Email.Html;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Content;

/// <summary>Takes out of a mail what goes into the ticket.</summary>
[StepDescription("Tells the reply from what it quotes and from the signature, and takes the attachments that are accepted; the original is always kept.")]
public sealed class ExtractStep : IInboundStep
{
    /// <inheritdoc/>
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var parts = ReplyText.Split(context.Mail, context.Settings.ReplyParsing);
        var files = AttachmentReader.Read(context.Mail, parts.UnsafeHtml, context.Settings.Limits, cancellationToken);
        context.Extracted = new ExtractedContent(parts.Reply, parts.Quoted, parts.Signature)
        {
            Html = parts.UnsafeHtml is { } html ? Safe(html, context.Mail) : null,
            Attachments = files.Kept,
            Notes = files.Notes,
        };
        foreach (var evidence in files.Evidence)
        {
            context.Evidence.Add(evidence);
        }

        var told = parts.Evidence.Count > 0 ? $" by {string.Join(", ", parts.Evidence)}" : string.Empty;
        var refused = files.Notes.Count > 0 ? $", {files.Notes.Count} refused" : string.Empty;
        return ValueTask.FromResult(StepVerdict.Continue(
            $"{parts.Reply.Length} characters written, {parts.Quoted.Length} quoted{told}, {files.Kept.Count} attachments{refused}"));
    }

    // The pictures of the mail itself keep their names, so that a host can put its own addresses there; others have none.
    private static string Safe(string html, InboundMail mail)
    {
        var own = mail.Attachments.Select(part => part.ContentId).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return SafeHtml.Sanitize(html, new SafeHtmlOptions { ResolveContentId = id => own.Contains(id) ? "cid:" + id : null });
    }
}
