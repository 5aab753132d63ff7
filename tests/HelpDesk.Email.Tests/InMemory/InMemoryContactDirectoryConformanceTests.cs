using HelpDesk.Email.Contacts;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Contacts;

namespace HelpDesk.Email.Tests.InMemory;

[Trait("Feature", "CO-04")]
[Trait("Feature", "BE-10")]
public sealed class InMemoryContactDirectoryConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. ContactDirectoryConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_in_memory_directory_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    private sealed class Fixture : ContactDirectoryFixture
    {
        public override ValueTask<IContactDirectory> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IContactDirectory>(new InMemoryContactDirectory());

        public override ValueTask<IContactDirectory> ReopenAsync(IContactDirectory crashed, CancellationToken cancellationToken) => ValueTask.FromResult(crashed);
    }
}
