using HelpDesk.Email.Configuration;
using HelpDesk.Email.Links;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Tests.Links;

public sealed class LinkSettingsTests
{
    [Fact]
    [Trait("Feature", "NO-12")]
    public void A_link_that_logs_in_needs_an_encrypted_root_unless_it_stays_on_this_machine()
    {
        Assert.Contains("nowhere to log in", Assert.Single(Errors(new LinksOptions { AutologinEnabled = true })), StringComparison.Ordinal);
        Assert.Contains("not encrypted", Assert.Single(Errors(new LinksOptions { AutologinEnabled = true, RootUrl = "http://help.example.test" })), StringComparison.Ordinal);
        Assert.Empty(Errors(new LinksOptions { AutologinEnabled = true, RootUrl = "https://help.example.test" }));
        Assert.Empty(Errors(new LinksOptions { AutologinEnabled = true, RootUrl = "http://localhost:5000" }));
    }

    [Theory]
    [Trait("Feature", "NO-16")]
    [InlineData("help.example.test")]
    [InlineData("ftp://help.example.test")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@help.example.test")]
    [InlineData("https://help.example.test/?a=b")]
    [InlineData("https://help.example.test/#top")]
    public void A_root_that_is_no_plain_URL_is_refused(string root) =>
        Assert.StartsWith("HelpDeskEmail:Links:RootUrl is", Assert.Single(Errors(new LinksOptions { RootUrl = root })), StringComparison.Ordinal);

    [Fact]
    [Trait("Feature", "NO-16")]
    public void A_root_and_a_host_can_not_both_be_meant() =>
        Assert.Contains("both RootUrl and Host", Assert.Single(Errors(new LinksOptions { RootUrl = "https://help.example.test", Host = "help.example.test" })), StringComparison.Ordinal);

    [Theory]
    [Trait("Feature", "NO-15")]
    [InlineData("http://localhost:5000", null, true)]
    [InlineData("https://127.0.0.1/desk", null, true)]
    [InlineData("http://[::1]:5000", null, true)]
    [InlineData(null, "localhost", true)]
    [InlineData(null, "127.0.0.1", true)]
    [InlineData("https://help.example.test", null, false)]
    [InlineData(null, "help.example.test", false)]
    [InlineData(null, null, false)]
    public void A_root_on_this_machine_is_told(string? root, string? host, bool isTold)
    {
        var options = new HelpDeskEmailOptions { Links = { RootUrl = root, Host = host } };

        Assert.Equal(isTold, SettingsAdvice.Of(options).Any(advice => advice.Contains("HelpDeskEmail:Links:", StringComparison.Ordinal)));
        Assert.Empty(Errors(options.Links));
    }

    private static IEnumerable<string> Errors(LinksOptions links) => new LinkSettingsCheck().Check(new HelpDeskEmailOptions { Links = links });
}
