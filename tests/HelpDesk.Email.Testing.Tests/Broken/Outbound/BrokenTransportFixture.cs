using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Testing.Conformance.Outbound;
using HelpDesk.Email.Testing.Outbound;

namespace HelpDesk.Email.Testing.Tests.Broken.Outbound;

internal sealed class BrokenTransportFixture : OutboundTransportFixture
{
    private readonly InMemoryTransport _transport = new();
    private readonly TransportTampering _tampering;

    public BrokenTransportFixture(TransportDefect defect)
    {
        _tampering = defect.Make();
        _transport.Answer = mail => new DeliveryResult([.. mail.Recipients.Select(Answer)]);
    }

    public override string? RejectedRecipient => "gone@conformance.test";

    public override string? DeferredRecipient => "busy@conformance.test";

    public override bool HoldsMails => !_tampering.SaysThatItStreams;

    public override bool CanGoAway => true;

    public override IOutboundTransport Open() => new TamperedTransport(_transport.Create("default", new OutgoingAccountOptions()), _tampering);

    public override ValueTask<IReadOnlyList<ArrivedMail>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ArrivedMail>>([.. _transport.Sent.Select(mail => new ArrivedMail(mail.Octets) { ReversePath = mail.ReversePath, Recipients = mail.Recipients })]);

    public override ValueTask GoAwayAsync(CancellationToken cancellationToken)
    {
        _transport.Closed = new ChannelFailure("The other side is away.", TimeSpan.FromMinutes(1));
        return ValueTask.CompletedTask;
    }

    public override ValueTask ComeBackAsync(CancellationToken cancellationToken)
    {
        _transport.Closed = null;
        return ValueTask.CompletedTask;
    }

    private RecipientResult Answer(string address) => address switch
    {
        _ when address == RejectedRecipient => new RecipientResult(address, RecipientStatus.Rejected, "5.1.1", "550 5.1.1 nobody of that name"),
        _ when address == DeferredRecipient => new RecipientResult(address, RecipientStatus.Deferred, "4.2.1", "450 4.2.1 the mailbox is busy"),
        _ => new RecipientResult(address, RecipientStatus.Accepted),
    };
}
