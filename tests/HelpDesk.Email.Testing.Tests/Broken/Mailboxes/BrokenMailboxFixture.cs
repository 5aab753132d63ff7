using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Testing.Conformance.Mailboxes;
using HelpDesk.Email.Testing.Mailboxes;

namespace HelpDesk.Email.Testing.Tests.Broken.Mailboxes;

internal sealed class BrokenMailboxFixture(MailboxDefect defect) : MailboxSourceFixture
{
    public const string Name = "support";

    private readonly InMemoryMailboxes _mailboxes = new(TimeProvider.System);

    public override IReadOnlyList<AfterProcessing> Actions => [AfterProcessing.Move, AfterProcessing.MarkRead, AfterProcessing.Delete];

    public static MailReceipt ReceiptOf(long uid) => new($"memory:{uid.ToString(CultureInfo.InvariantCulture)}");

    public override IMailboxSource Open(AfterProcessing action) =>
        new TamperedMailboxSource(_mailboxes.Create(Name, new MailboxOptions()), defect.Make(_mailboxes));

    public override ValueTask DeliverAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        _mailboxes[Name].Deliver(octets);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>([.. _mailboxes[Name].Mails.Select(mail => OctetsOf(mail))]);

    public override ValueTask RemoveAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        var mail = _mailboxes[Name].Mails.First(each => OctetsOf(each).Span.SequenceEqual(octets.Span));
        MailboxTampering.Delete(_mailboxes, receipt => receipt == ReceiptOf(mail.Uid).Key);
        return ValueTask.CompletedTask;
    }

    private static ReadOnlyMemory<byte> OctetsOf(InMemoryMailboxMail mail)
    {
        Assert.True(mail.Content.TryGetMemory(out var octets));
        return octets;
    }
}
