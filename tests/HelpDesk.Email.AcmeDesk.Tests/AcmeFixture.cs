using AcmeDesk.Data;
using AcmeDesk.Tickets;
using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.AcmeDesk.Tests;

/// <summary>Tells the conformance suite how to open and crash Acme's store: each case has a folder of its own.</summary>
internal sealed class AcmeFixture : TicketStoreFixture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("acmedesk-");
    private string _file = "acme.db";

    public override ValueTask<ITicketStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ITicketStore>(Open());

    public override ValueTask<ITicketStore> OpenSecondAsync(ITicketStore first, CancellationToken cancellationToken) => ValueTask.FromResult<ITicketStore>(Open());

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

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return base.DisposeAsync();
    }

    private AcmeTicketStore Open() => new(new AcmeDatabase($"Data Source={Path.Combine(_folder.FullName, _file)};Pooling=False"), TimeProvider.System);
}
