using HelpDesk.Email.InMemory;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Mail;
using HelpDesk.Email.Testing.Time;

namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>A mail store in memory, for those who have a ticket store alone.</summary>
internal sealed class MemoryMailStoreFixture : MailStoreFixture
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryMailStore _store;

    public MemoryMailStoreFixture() => _store = new InMemoryMailStore(_clock);

    public override TimeProvider Clock => _clock;

    public override bool HoldsOctets => true;

    public override Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        _clock.Advance(by);
        return Task.CompletedTask;
    }

    public override ValueTask<IMailStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IMailStore>(_store);

    public override ValueTask<IMailStore> ReopenAsync(IMailStore crashed, CancellationToken cancellationToken)
    {
        _store.ForgetNodes();
        return ValueTask.FromResult(crashed);
    }

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }
}
