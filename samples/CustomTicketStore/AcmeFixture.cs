using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Tickets;

namespace CustomTicketStore;

#region store-fixture
/// <summary>Tells the conformance suite how to open, crash and read Acme's store: each case has a folder of its own.</summary>
public sealed class AcmeFixture : TicketStoreFixture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("acme-");
    private string _file = "acme.db";

    /// <summary>Acme's tickets have no types, priorities, categories, assignees or fields of their own.</summary>
    public override TicketDetails Details => TicketDetails.None;

    /// <inheritdoc/>
    public override ValueTask<ITicketStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ITicketStore>(Open());

    /// <inheritdoc/>
    public override ValueTask<ITicketStore> OpenSecondAsync(ITicketStore first, CancellationToken cancellationToken) => ValueTask.FromResult<ITicketStore>(Open());

    /// <inheritdoc/>
    public override ValueTask<ITicketStore> ReopenAsync(ITicketStore crashed, CancellationToken cancellationToken)
    {
        // What is in the files at this moment is what a crash would leave.
        foreach (var file in _folder.GetFiles($"{_file}*").Where(file => !file.Name.EndsWith("-shm", StringComparison.Ordinal)))
        {
            file.CopyTo(Path.Combine(_folder.FullName, $"after-{file.Name}"));
        }

        _file = $"after-{_file}";
        return ValueTask.FromResult<ITicketStore>(Open());
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<TicketEntry> ReadEntriesAsync(ITicketStore store, string ticketNumber, CancellationToken cancellationToken) =>
        AcmeEntries.Read(Database(), ticketNumber).ToAsyncEnumerable();

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return base.DisposeAsync();
    }

    private AcmeTicketStore Open() => new AcmeTicketStore(Database(), TimeProvider.System);

    private AcmeDatabase Database() => new($"Data Source={Path.Combine(_folder.FullName, _file)};Pooling=False");
}
#endregion
