using System.Globalization;
using System.Text;
using System.Text.Json;
using HelpDesk.Email.Cli.Explain.Lines;
using HelpDesk.Email.Cli.Output;

namespace HelpDesk.Email.Cli.Explain;

/// <summary>The same for people.</summary>
internal static class ExplainText
{
    public static async Task WriteAsync(TextWriter output, ExplainLine mail, CancellationToken cancellationToken)
    {
        var text = new StringBuilder().AppendLine(Printable.Line(mail.File));
        if (mail.Error is { } error)
        {
            Field(text, "Failed", error);
        }
        else
        {
            Describe(text, mail);
        }

        await output.WriteLineAsync(text, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Describe(StringBuilder text, ExplainLine mail)
    {
        Field(text, "From", Name(mail.From));
        Field(text, "Sender", Name(mail.Sender));
        Field(text, "Reply-To", Names(mail.ReplyTo));
        Field(text, "To", Names(mail.To));
        Field(text, "Cc", Names(mail.Cc));
        Field(text, "Subject", mail.Subject);
        Field(text, "Date", mail.Date?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
        Field(text, "Message-ID", mail.MessageId);
        Field(text, "In-Reply-To", string.Join(", ", mail.InReplyTo));
        Field(text, "Kind", Kind(mail.Classification));
        foreach (var recipient in mail.DeliveryReport?.Recipients ?? [])
        {
            Field(text, "Report", $"{recipient.Address} {JsonNamingPolicy.CamelCase.ConvertName(recipient.Action?.ToString() ?? "unknown")} {recipient.Status} {recipient.Diagnostic}");
        }

        Field(text, "Tags", string.Join(", ", mail.SubjectTags));
        Field(text, "Commands", string.Join(", ", mail.Commands));
        Block(text, "Reply", mail.Reply);
        Block(text, "Quoted", mail.Quoted);
        Block(text, "Signature", mail.Signature);
        foreach (var file in mail.Attachments)
        {
            var place = file.SavedAs is null ? string.Empty : $", saved as {file.SavedAs}";
            Field(text, "Attachment", string.Create(CultureInfo.InvariantCulture, $"{file.FileName ?? "(no name)"}, {file.ContentType}, {file.Size:N0} octets{place}"));
        }

        Field(text, "Defects", string.Join("; ", mail.Defects));
    }

    private static string? Kind(ClassificationLine? classification)
    {
        if (classification is null)
        {
            return null;
        }

        var because = classification.Evidence.Count == 0 ? string.Empty : $" because of {string.Join("; ", classification.Evidence)}";
        return $"{JsonNamingPolicy.CamelCase.ConvertName(classification.Kind.ToString())}{because}; a program {(classification.MayRespond ? "may" : "must not")} answer";
    }

    private static string? Name(AddressLine? address) => address switch
    {
        null => null,
        { Address: null } => $"{address.Name} (can't be read)",
        { Name: null } => address.Address,
        _ => $"{address.Name} <{address.Address}>",
    };

    private static string Names(IReadOnlyList<AddressLine> addresses) => string.Join(", ", addresses.Select(Name));

    private static void Field(StringBuilder text, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append("  ").Append(label.PadRight(12)).Append(' ').AppendLine(Printable.Line(value));
        }
    }

    private static void Block(StringBuilder text, string label, string? value)
    {
        foreach (var (i, line) in Printable.Lines(value ?? string.Empty).Index())
        {
            text.Append("  ").Append((i == 0 ? label : string.Empty).PadRight(12)).Append(" | ").AppendLine(line);
        }
    }
}
