using HelpDesk.Email.InMemory;
using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

internal sealed class BrokenTicketStoreFixture : TicketStoreFixture
{
    private readonly InMemoryTicketStore _store = new(TimeProvider.System, new InMemoryTicketStoreOptions { NumberPrefix = "HD-" });
    private readonly TicketTampering _tampering;

    public BrokenTicketStoreFixture(TicketDefect defect) => _tampering = defect.Make(_store);

    public override ValueTask<ITicketStore> OpenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<ITicketStore>(new TamperedTicketStore(_store, _tampering));

    public override ValueTask<ITicketStore> ReopenAsync(ITicketStore crashed, CancellationToken cancellationToken)
    {
        _tampering.Crash?.Invoke();
        return ValueTask.FromResult(crashed);
    }

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }
}
