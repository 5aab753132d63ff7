using System.Collections.Frozen;
using System.Text;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Writes the header of a message, up to its MIME-Version.</summary>
internal static class MessageHeader
{
    private const int LongestWord = 76;
    private const int LongestExtraWord = 900;

    private static readonly FrozenSet<string> Own = new[]
    {
        "Date", "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Message-ID", "In-Reply-To", "References", "MIME-Version",
        "Resent-Bcc",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static byte[] Write(MailDraft draft, MailComposerOptions options, out string messageId)
    {
        if (draft.From.Count == 0)
            throw new MailCompositionException("From is empty: a message needs an author.");
        var utf8 = options.AllowSmtpUtf8;
        var writer = new HeaderWriter();
        writer.Field("Date", MailDates.Format(draft.Date ?? options.Time.GetUtcNow()));
        AddressWriter.Write(writer, "From", draft.From, utf8);
        // Several authors need one who sends for them (RFC 5322 section 3.6.2).
        if ((draft.Sender ?? (draft.From.Count > 1 ? draft.From[0] : null)) is { } sender)
            AddressWriter.Write(writer, "Sender", [sender], utf8);
        AddressWriter.Write(writer, "Reply-To", draft.ReplyTo, utf8);
        AddressWriter.Write(writer, "To", draft.To, utf8);
        AddressWriter.Write(writer, "Cc", draft.Cc, utf8);
        if (draft.To.Count + draft.Cc.Count == 0)
            writer.Field("To", "undisclosed-recipients:;");
        UnstructuredWriter.Write(writer, "Subject", draft.Subject, LongestWord);
        messageId = draft.MessageId is { } given ? Identifiers.RequireMessageId(given) : NewMessageId(draft);
        writer.Field("Message-ID", messageId);
        WriteIds(writer, "In-Reply-To", Identifiers.Chain(draft.InReplyTo, options.MaxReferences));
        WriteIds(writer, "References", Identifiers.Chain(draft.References, options.MaxReferences));
        foreach (var (name, value) in draft.ExtraHeaders)
            UnstructuredWriter.Write(writer, RequireName(name), value, LongestExtraWord);
        writer.Field("MIME-Version", "1.0");
        return writer.ToArray();
    }

    private static void WriteIds(HeaderWriter writer, string name, List<string> ids)
    {
        if (ids.Count == 0)
            return;
        writer.Begin(name);
        foreach (var id in ids)
            writer.Word(id);
        writer.End();
    }

    private static string RequireName(string name)
    {
        if (name.Length is 0 or > 76 || name.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0 || name.Contains(':', StringComparison.Ordinal))
            throw new MailCompositionException("An extra header's name must be printable ASCII without colon and white space, and at most 76 characters long.");
        if (Own.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            throw new MailCompositionException($"The header {name} can't be given as an extra one.");
        return name;
    }

    private static string NewMessageId(MailDraft draft)
    {
        var address = draft.From[0].Address!;
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return $"<{Guid.NewGuid():N}@{(Ascii.IsValid(domain) ? domain : "local")}>";
    }
}
