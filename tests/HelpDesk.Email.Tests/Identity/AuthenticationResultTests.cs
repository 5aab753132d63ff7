using HelpDesk.Email.Identity;

namespace HelpDesk.Email.Tests.Identity;

public sealed class AuthenticationResultTests
{
    [Theory]
    [InlineData("mx.example.test; spf=pass; dmarc=pass (p=reject) header.from=example.com", "pass", "example.com")]
    [InlineData("MX.example.test 1; dmarc=FAIL header.from=example.com", "fail", "example.com")]
    [InlineData("mx.example.test; none", null, null)]
    [InlineData("mx.example.test; (dmarc=pass) spf=fail", null, null)]
    [InlineData("mx.example.test; spf=pass smtp.mailfrom=\"x; dmarc=pass\"; dkim=none", null, null)]
    public void The_result_of_our_own_server_is_read(string value, string? dmarc, string? domain)
    {
        Assert.True(AuthenticationResult.TryParse(value, "mx.example.test", out var result));
        Assert.Equal(dmarc, result.Dmarc);
        Assert.Equal(domain, result.DmarcDomain);
    }

    [Theory]
    [InlineData("mx.example.test.evil.test; dmarc=pass header.from=example.com")]
    [InlineData("evil.test; dmarc=pass header.from=example.com")]
    [InlineData("(mx.example.test) evil.test; dmarc=pass")]
    [InlineData("")]
    public void Another_servers_result_is_not_ours(string value) =>
        Assert.False(AuthenticationResult.TryParse(value, "mx.example.test", out _));
}
