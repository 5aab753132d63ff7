using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Composition;

/// <summary>Writes drafts into content: files pass through, and what is large is spooled.</summary>
internal static class MailOctets
{
    /// <summary>Writes a draft.</summary>
    /// <exception cref="MailCompositionException">The draft can't be written.</exception>
    /// <exception cref="IOException">A file can't be read, or the spool not be written; nothing is left behind.</exception>
    public static async ValueTask<MailContent> WriteAsync(MailDraft draft, MailComposerOptions options, CancellationToken cancellationToken)
    {
        if (draft.Attachments.Count == 0)
        {
            return MailContent.FromOctets(MailComposer.Compose(draft, options));
        }

        var writer = new MailContentWriter();
        await using (writer.ConfigureAwait(false))
        {
            var stream = new ContentWriterStream(writer);
            await using (stream.ConfigureAwait(false))
            {
                await MailComposer.WriteAsync(draft, stream, options, cancellationToken).ConfigureAwait(false);
            }

            return writer.Complete();
        }
    }
}
