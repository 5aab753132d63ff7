using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Pickup;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Protocols.Tests.Outbound;

/// <summary>Transports to a pickup folder; while it is away there is a file in its place.</summary>
internal sealed class PickupFixture : OutboundTransportFixture
{
    private readonly Folder _parent = new();

    // A file has no envelope.
    public override bool ShowsEnvelope => false;

    public override bool CanGoAway => true;

    public override IOutboundTransport Open() => new PickupTransportFactory().Create("default", new OutgoingAccountOptions { Kind = "Pickup", Folder = _parent["outbox"] });

    public override async ValueTask<IReadOnlyList<ArrivedMail>> ListAsync(CancellationToken cancellationToken)
    {
        var mails = new List<ArrivedMail>();
        foreach (var file in Directory.Exists(_parent["outbox"]) ? Directory.GetFiles(_parent["outbox"]) : [])
        {
            // What is unfinished counts too: nothing of it may be left.
            mails.Add(new ArrivedMail(await File.ReadAllBytesAsync(file, cancellationToken)));
        }

        return mails;
    }

    public override async ValueTask GoAwayAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_parent["outbox"]);
        Directory.Move(_parent["outbox"], _parent["away"]);
        await File.WriteAllTextAsync(_parent["outbox"], "in the way", cancellationToken);
    }

    public override ValueTask ComeBackAsync(CancellationToken cancellationToken)
    {
        File.Delete(_parent["outbox"]);
        Directory.Move(_parent["away"], _parent["outbox"]);
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _parent.Dispose();
        return base.DisposeAsync();
    }
}
