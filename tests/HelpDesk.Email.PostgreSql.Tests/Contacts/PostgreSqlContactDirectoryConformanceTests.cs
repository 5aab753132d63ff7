using HelpDesk.Email.Contacts;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Contacts;

namespace HelpDesk.Email.PostgreSql.Tests.Contacts;

[Trait("Feature", "CO-04")]
[Trait("Feature", "BE-10")]
public sealed class PostgreSqlContactDirectoryConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. ContactDirectoryConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_contact_directory_conforms(ConformanceCase rule)
    {
        PostgreSqlPrograms.Require();
        return rule.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Fixture : ContactDirectoryFixture
    {
        private readonly StoreSchema _schema = new();

        public override ValueTask<IContactDirectory> OpenAsync(CancellationToken cancellationToken) => Open();

        public override ValueTask<IContactDirectory> OpenSecondAsync(IContactDirectory first, CancellationToken cancellationToken) => Open();

        public override ValueTask<IContactDirectory> ReopenAsync(IContactDirectory crashed, CancellationToken cancellationToken)
        {
            _schema.Crash();
            return Open();
        }

        public override ValueTask DisposeAsync()
        {
            _schema.Dispose();
            return base.DisposeAsync();
        }

        private ValueTask<IContactDirectory> Open() => ValueTask.FromResult<IContactDirectory>(_schema.Open().Contacts);
    }
}
