using HelpDesk.Email.InMemory;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Mail;
using HelpDesk.Email.Testing.Time;

namespace HelpDesk.Email.Tests.InMemory;

[Trait("Feature", "BE-10")]
public sealed class InMemoryMailStoreConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. MailStoreConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_in_memory_mail_store_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    internal sealed class Fixture : MailStoreFixture
    {
        private readonly ManualTimeProvider _clock = Noon.Clock();
        private readonly InMemoryMailStore _store;

        public Fixture() => _store = new InMemoryMailStore(_clock);

        public override TimeProvider Clock => _clock;

        public override bool CanJump => true;

        public override Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
        {
            _clock.Advance(by);
            return Task.CompletedTask;
        }

        public override Task JumpAsync(TimeSpan by, CancellationToken cancellationToken)
        {
            _clock.Jump(by);
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
}
