using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Mail;

namespace HelpDesk.Email.PostgreSql.Tests;

[Trait("Feature", "BE-10")]
public sealed class PostgreSqlMailStoreConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. MailStoreConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_mail_store_conforms(ConformanceCase rule)
    {
        PostgreSqlPrograms.Require();
        return rule.RunAsync(TestContext.Current.CancellationToken);
    }

    internal sealed class Fixture : MailStoreFixture
    {
        private readonly StoreSchema _schema = new();

        public override TimeProvider Clock => _schema.Clock;

        public override bool CanJump => true;

        public override Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
        {
            _schema.Clock.Advance(by);
            return Task.CompletedTask;
        }

        public override Task JumpAsync(TimeSpan by, CancellationToken cancellationToken)
        {
            _schema.Clock.Jump(by);
            return Task.CompletedTask;
        }

        public override ValueTask<IMailStore> OpenAsync(CancellationToken cancellationToken) => Open();

        public override ValueTask<IMailStore> OpenSecondAsync(IMailStore first, CancellationToken cancellationToken) => Open();

        public override ValueTask<IMailStore> ReopenAsync(IMailStore crashed, CancellationToken cancellationToken)
        {
            _schema.Crash();
            return Open();
        }

        public override ValueTask DisposeAsync()
        {
            _schema.Dispose();
            return base.DisposeAsync();
        }

        private ValueTask<IMailStore> Open() => ValueTask.FromResult(_schema.Open().Mail);
    }
}
