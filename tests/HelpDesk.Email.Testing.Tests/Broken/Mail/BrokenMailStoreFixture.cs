using HelpDesk.Email.InMemory;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Mail;
using HelpDesk.Email.Testing.Time;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class BrokenMailStoreFixture : MailStoreFixture
{
    private readonly ManualTimeProvider _clock = Noon.Clock();
    private readonly ManualTimeProvider _storeClock = Noon.Clock();
    private readonly InMemoryMailStore _store;
    private readonly TamperedMailStore _tampered;

    public BrokenMailStoreFixture(MailDefect defect)
    {
        _store = new InMemoryMailStore(_storeClock);
        _tampered = new TamperedMailStore(_store, defect.Make(new MailWorld(_store, _storeClock)));
    }

    public override TimeProvider Clock => _clock;

    public override bool CanJump => true;

    public override Task JumpAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        _clock.Jump(by);
        _storeClock.Jump(by);
        return Task.CompletedTask;
    }

    public override Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        _clock.Advance(by);
        _storeClock.Advance(by);
        return Task.CompletedTask;
    }

    public override ValueTask<IMailStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IMailStore>(_tampered);

    public override async ValueTask<IMailStore> ReopenAsync(IMailStore crashed, CancellationToken cancellationToken)
    {
        await _tampered.CrashAsync();
        return crashed;
    }

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return base.DisposeAsync();
    }
}
