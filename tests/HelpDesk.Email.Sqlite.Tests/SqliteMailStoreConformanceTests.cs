using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Mail;

namespace HelpDesk.Email.Sqlite.Tests;

[Trait("Feature", "BE-10")]
public sealed class SqliteMailStoreConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. MailStoreConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_mail_store_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    internal sealed class Fixture : MailStoreFixture
    {
        private readonly List<StoreFolder> _folders = [new()];

        public override TimeProvider Clock => _folders[0].Clock;

        public override bool CanJump => true;

        public override Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
        {
            _folders[0].Clock.Advance(by);
            return Task.CompletedTask;
        }

        public override Task JumpAsync(TimeSpan by, CancellationToken cancellationToken)
        {
            _folders[0].Clock.Jump(by);
            return Task.CompletedTask;
        }

        public override ValueTask<IMailStore> OpenAsync(CancellationToken cancellationToken) => Open();

        public override ValueTask<IMailStore> OpenSecondAsync(IMailStore first, CancellationToken cancellationToken) => Open();

        public override ValueTask<IMailStore> ReopenAsync(IMailStore crashed, CancellationToken cancellationToken)
        {
            _folders.Add(_folders[^1].Crash());
            return Open();
        }

        public override ValueTask DisposeAsync()
        {
            _folders.ForEach(folder => folder.Dispose());
            return base.DisposeAsync();
        }

        private ValueTask<IMailStore> Open() => ValueTask.FromResult(_folders[^1].Open().Mail);
    }
}
