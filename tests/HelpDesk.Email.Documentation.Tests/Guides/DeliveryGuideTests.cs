using HelpDesk.Email.Documentation.Tests.Repository;

namespace HelpDesk.Email.Documentation.Tests.Guides;

public sealed class DeliveryGuideTests
{
    [Theory]
    [InlineData("**SPF** (RFC 7208)", "v=spf1")]
    [InlineData("**DKIM** (RFC 6376)", "._domainkey.")]
    [InlineData("**DMARC** (RFC 7489)", "v=DMARC1")]
    [Trait("Feature", "OU-08")]
    public async Task The_guide_says_what_to_publish(string name, string record)
    {
        var lines = await File.ReadAllLinesAsync(RepositoryRoot.Combine("docs/guides/delivery.md"), TestContext.Current.CancellationToken);

        Assert.Contains(record, Assert.Single(lines, line => line.Contains(name, StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}
