using System.Text;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Protocols.Tests.Sources;

/// <summary>A journal that has some mails.</summary>
internal sealed class KnownMailsOf(params (string MessageId, string Text)[] mails) : IKnownMails
{
    private readonly ILookup<string, (string MessageId, string Text)> _byId = mails.ToLookup(mail => mail.MessageId);

    /// <summary>How many mails were compared by their octets.</summary>
    public int Compared { get; private set; }

    /// <summary>The receipt of all of them.</summary>
    public string Receipt { get; init; } = string.Empty;

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
        var id = text.Contains('<', StringComparison.Ordinal) ? text[text.IndexOf('<', StringComparison.Ordinal)..(text.IndexOf('>', StringComparison.Ordinal) + 1)] : string.Empty;
        return id.Length == 0 ? [] : [.. _byId[id].Select(mail => new KnownMail(mail.Text.Length, HashOf(mail.Text)) { Receipt = Receipt })];
    }
}
