using HelpDesk.Email.Contacts;
using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Contacts;

namespace HelpDesk.Email.Sqlite.Tests.Contacts;

[Trait("Feature", "CO-04")]
[Trait("Feature", "BE-10")]
public sealed class SqliteContactDirectoryConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. ContactDirectoryConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_contact_directory_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    private sealed class Fixture : ContactDirectoryFixture
    {
        private readonly List<StoreFolder> _folders = [new()];

        public override ValueTask<IContactDirectory> OpenAsync(CancellationToken cancellationToken) => Open();

        public override ValueTask<IContactDirectory> OpenSecondAsync(IContactDirectory first, CancellationToken cancellationToken) => Open();

        public override ValueTask<IContactDirectory> ReopenAsync(IContactDirectory crashed, CancellationToken cancellationToken)
        {
            _folders.Add(_folders[^1].Crash());
            return Open();
        }

        public override ValueTask DisposeAsync()
        {
            _folders.ForEach(folder => folder.Dispose());
            return base.DisposeAsync();
        }

        private ValueTask<IContactDirectory> Open() => ValueTask.FromResult<IContactDirectory>(_folders[^1].Open().Contacts);
    }
}
