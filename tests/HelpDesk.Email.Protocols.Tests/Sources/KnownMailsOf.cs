using System.Text;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Protocols.Tests.Sources;

/// <summary>A journal that has some mails.</summary>
internal sealed class KnownMailsOf(params (string MessageId, string Text)[] mails) : IKnownMails
{
    /// <summary>How many mails were compared by their octets.</summary>
    public int Compared { get; private set; }

    public ValueTask<IReadOnlyList<IReadOnlyList<KnownMail>>> FindAsync(IReadOnlyList<ReadOnlyMemory<byte>> headers, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<IReadOnlyList<KnownMail>>>([.. headers.Select(Find)]);

    public ValueTask<bool> ContainsAsync(MailContent content, CancellationToken cancellationToken)
    {
        Compared++;
        return ValueTask.FromResult(mails.Any(mail => HashOf(mail.Text) == content.Hash));
    }

    public static string HashOf(string text) => MailContent.FromOctets(Encoding.ASCII.GetBytes(text)).Hash;

    private IReadOnlyList<KnownMail> Find(ReadOnlyMemory<byte> header)
    {
        var text = Encoding.ASCII.GetString(header.Span);
        return [.. mails.Where(mail => mail.MessageId.Length > 0 && text.Contains(mail.MessageId, StringComparison.Ordinal)).Select(mail => new KnownMail(mail.Text.Length, HashOf(mail.Text)))];
    }
}
