using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Documentation.Tests.Store;

#region store-empty-fixture
/// <summary>A fixture for a store that can do nothing.</summary>
internal sealed class EmptyFixture : TicketStoreFixture
{
    public override ValueTask<ITicketStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ITicketStore>(new EmptyTicketStore());

    public override ValueTask<ITicketStore> ReopenAsync(ITicketStore crashed, CancellationToken cancellationToken) => ValueTask.FromResult(crashed);
}
#endregion
