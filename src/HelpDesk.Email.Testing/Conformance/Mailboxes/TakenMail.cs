using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Testing.Conformance.Mailboxes;

/// <summary>A mail that a look brought, with its content read and given back.</summary>
internal sealed record TakenMail(MailReceipt Receipt, string Text, string Hash)
{
    /// <summary>As if its row were committed.</summary>
    public Acknowledgement Committed(long id) => new(id, Receipt, IdIn(Text), Hash);

    private static string IdIn(string text) => text[text.IndexOf('<', StringComparison.Ordinal)..(text.IndexOf('>', StringComparison.Ordinal) + 1)];
}
