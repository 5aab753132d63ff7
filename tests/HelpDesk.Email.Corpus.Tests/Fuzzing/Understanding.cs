using HelpDesk.Email.Configuration;
using HelpDesk.Email.Explaining;
using HelpDesk.Email.Html;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Corpus.Tests.Fuzzing;

/// <summary>Everything that is done with a mail before it meets a ticket, and what must hold of it for any octets.</summary>
internal sealed class Understanding
{
    private readonly MailExplainer _explainer = new(new HelpDeskEmailOptions());

    /// <exception cref="InvalidOperationException">Something does not hold.</exception>
    public async Task CheckAsync(FuzzCase item, CancellationToken cancellationToken)
    {
        var mail = await _explainer.ExplainAsync(MailContent.FromOctets(item.Octets), MailForm.Message, cancellationToken);
        Hold(IsText(mail.Text) && IsText(mail.Reply), "line ends of text are \\n, and there is no NUL");
        Hold(IsLine(mail.Subject) && IsLine(mail.MessageId), "subject and Message-ID are one line");
        Hold(mail.To.Concat(mail.Cc).Concat(mail.ReplyTo).Append(mail.From).All(box => IsLine(box?.Address) && IsLine(box?.Name)), "addresses are one line");
        Hold(mail.Attachments.All(attachment => attachment.SafeName is { Length: > 0 and <= 120 } && attachment.SafeName.AsSpan().IndexOfAny("/\\:\0") < 0), "safe names are safe");
        if (mail.SanitizedHtml is { } safe)
        {
            Hold(!safe.Contains("<script", StringComparison.OrdinalIgnoreCase) && !safe.Contains("<svg", StringComparison.OrdinalIgnoreCase), "safe HTML is safe");
            Hold(item.Number % 5 != 0 || SafeHtml.Sanitize(safe) == safe, "safe HTML stays as it is");
        }

        if (item.Number % 4 == 0)
        {
            Answer(mail);
        }

        if (item.Number % 10 == 0)
        {
            CompareWithStream(item.Octets, mail);
        }
    }

    // What came in goes out again in an answer: it brings no field of its own.
    private static void Answer(MailExplanation mail)
    {
        var draft = new MailDraft
        {
            From = [new MailAddressBox("desk@example.test", null)],
            To = mail.From is null ? [] : [mail.From],
            Subject = mail.Subject ?? string.Empty,
            References = mail.References,
            TextBody = mail.Reply,
            Attachments = [.. mail.Attachments.Take(3).Select(file => new DraftAttachment(file.FileName, file.ContentType, new byte[3]))],
        };
        try
        {
            var sent = MailReader.Read(MailComposer.Compose(draft));
            Hold(!sent.Headers.Has("Bcc") && sent.To.Count <= 1 && sent.To.All(box => box.Address == mail.From?.Address), "an answer goes to the author alone");
            Hold(sent.Attachments.Count >= draft.Attachments.Count, "an answer keeps its attachments");
        }
        catch (MailCompositionException)
        {
            // An author without an address that may be written gets no answer.
        }
    }

    // Large mails are read in windows of a file: whatever stands where, the answer is the same.
    private static void CompareWithStream(byte[] octets, MailExplanation mail)
    {
        var document = MailReader.Read(() => new MemoryStream(octets, writable: false), octets.Length);
        Hold(document.Subject == mail.Subject && document.HtmlBody == mail.UnsafeHtml, "memory and stream give the same body");
        Hold(document.Attachments.Select(part => part.DecodedLength()).SequenceEqual(mail.Attachments.Select(part => part.Size)), "memory and stream give the same attachments");
    }

    private static bool IsText(string text) => text.AsSpan().IndexOfAny('\r', '\0') < 0;

    private static bool IsLine(string? text) => text is null || !text.Any(char.IsControl);

    private static void Hold(bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"does not hold: {rule}");
        }
    }
}
