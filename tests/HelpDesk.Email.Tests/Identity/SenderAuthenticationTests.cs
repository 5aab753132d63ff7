using HelpDesk.Email.Configuration;
using HelpDesk.Email.Identity;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;

namespace HelpDesk.Email.Tests.Identity;

/// <summary>How sure we are of a sender, by what stands above and in their mail.</summary>
[Trait("Feature", "BE-05")]
public sealed class SenderAuthenticationTests
{
    private const string Ann = "Ann <ann@example.com>";
    private const string Border = "Received: from mail.example.com (mail.example.com [192.0.2.1]) by mx.desk.test; Sat, 21 Nov 2026 09:59:00 +0000\n";
    private const string Pass = "Authentication-Results: mx.desk.test; dmarc=pass header.from=example.com\n";

    [Theory]
    [InlineData(Pass)]
    [InlineData(Pass + Border)]
    [InlineData(Border + Pass)]
    [InlineData("Received: from mx.desk.test by imap.mx.desk.test; now\n" + Border + Pass)]
    [InlineData("Received: from mx.desk.test by store.inner.test with LMTP; now\n" + Border + Pass)]
    [InlineData("Received: by mx.desk.test (Postfix, from userid 0); now\n" + Border + Pass)]
    [InlineData("authentication-results: MX.Desk.Test 1;\n spf=none;\n DMARC = Pass (p=reject (really) dis=none)\n header.from = \"Example.com\"\n")]
    [InlineData("Authentication-Results: \"mx.desk.test\"; dmarc/1=pass reason=\"good; dmarc=fail\" header.from=example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; dkim=pass header.d=example.com header.b=ab/c=; dmarc=pass header.from=ann@example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; spf=pass\n" + Pass)]
    [InlineData("Authentication-Results: relay.other.test; dmarc=fail header.from=example.com\n" + Pass)]
    [InlineData("Authentication-Results: mx.desk.test; dmarc=pass\n")]
    public void A_pass_of_our_own_server_proves(string fields) => Assert.Equal(SenderTrust.Proven, Evaluate(Ann, fields));

    [Theory]
    [InlineData("")]
    [InlineData("Received: from evil.test by relay.other.test; now\n" + Pass)]
    [InlineData("Received: from evil.test by mx.desk.test.evil.test; now\n" + Pass)]
    [InlineData("Received: from evil.test by notmx.desk.test; now\n" + Pass)]
    [InlineData("Received: from evil.test (by mx.desk.test) by relay.other.test; now\n" + Pass)]
    [InlineData("Received: from by by relay.other.test; by mx.desk.test\n" + Pass)]
    [InlineData(Border + Border + Pass)]
    [InlineData("Authentication-Results: mx.desk.test.evil.test; dmarc=pass header.from=example.com\n")]
    [InlineData("Authentication-Results: evil.test (mx.desk.test); dmarc=pass header.from=example.com\n")]
    [InlineData("Authentication-Results: evil.test mx.desk.test; dmarc=pass header.from=example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test 2; dmarc=pass header.from=example.com\n")]
    [InlineData("Authentication-Results: ; mx.desk.test; dmarc=pass header.from=example.com\n")]
    [InlineData("X-Authentication-Results: mx.desk.test; dmarc=pass header.from=example.com\n")]
    [InlineData("ARC-Authentication-Results: i=1; mx.desk.test; dmarc=pass header.from=example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; none\n")]
    [InlineData("Authentication-Results: mx.desk.test; arc=pass; auth=pass smtp.auth=ann; spf=pass smtp.mailfrom=example.com; dkim=pass header.d=example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; dmarc=none header.from=example.com\n" + Pass)]
    [InlineData("Authentication-Results: mx.desk.test; dmarc=temperror header.from=example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; dmarc=bestguesspass header.from=example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; xdmarc=pass header.from=example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; dmarc=pass header.from=evil.example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; dmarc=pass header.from=com\n")]
    [InlineData("Authentication-Results: mx.desk.test; dmarc=pass header.from=notexample.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; spf=pass smtp.mailfrom=\"x; dmarc=pass header.from=example.com\"\n")]
    [InlineData("Authentication-Results: mx.desk.test; spf=pass (dmarc=pass) smtp.mailfrom=x\\; (; dmarc=pass header.from=example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; spf=fail smtp.helo=\"\\\"; dmarc=pass header.from=example.com\n")]
    public void Everything_else_proves_nothing(string fields) => Assert.Equal(SenderTrust.Unverified, Evaluate(Ann, fields));

    [Theory]
    [InlineData("example.com", SenderTrust.Proven)]
    [InlineData("notexample.com", SenderTrust.Unverified)]
    [InlineData("evil-example.com", SenderTrust.Unverified)]
    [InlineData("example.com.evil.test", SenderTrust.Unverified)]
    public void CVE_2026_33393_a_domain_that_only_ends_or_begins_alike_proves_nothing(string domain, SenderTrust trust) =>
        Assert.Equal(trust, Evaluate(Ann, $"Authentication-Results: mx.desk.test; dmarc=pass header.from={domain}\n"));

    [Theory]
    [InlineData("Authentication-Results: mx.desk.test; dmarc=fail (p=none) header.from=example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; dmarc=pass header.from=example.com; dmarc=fail header.from=example.com\n")]
    [InlineData("Authentication-Results: mx.desk.test; dmarc=FAIL\n" + Pass)]
    [InlineData(Pass + "Authentication-Results: mx.desk.test; dmarc=fail header.from=example.com\n")]
    public void A_failure_anywhere_contradicts(string fields) => Assert.Equal(SenderTrust.Contradicted, Evaluate(Ann, fields));

    [Theory]
    [InlineData("ann@example.com", SenderTrust.Proven)]
    [InlineData("\"ann@example.com\" <ann@example.com>", SenderTrust.Proven)]
    [InlineData("\"Ann (Sales @ Acme)\" <ann@example.com>", SenderTrust.Proven)]
    [InlineData("\"boss@desk.test\" <ann@example.com>", SenderTrust.Unverified)]
    [InlineData("\"Boss, boss@desk.test\" <ann@example.com>", SenderTrust.Unverified)]
    [InlineData("=?utf-8?q?boss=40desk=2Etest?= <ann@example.com>", SenderTrust.Unverified)]
    [InlineData("Boss boss\uFF20desk.test <ann@example.com>", SenderTrust.Unverified)]
    [InlineData("Ann <ann@example.com>, Bob <bob@example.com>", SenderTrust.Unverified)]
    [InlineData("Ann <ann@example.com>, ann@example.com", SenderTrust.Unverified)]
    [InlineData("Ann <ann@example.com>\nFrom: Bob <bob@example.com>", SenderTrust.Unverified)]
    [InlineData("Staff: ann@example.com;", SenderTrust.Unverified)]
    [InlineData("nobody", SenderTrust.Unverified)]
    public void From_has_to_show_just_one_author(string from, SenderTrust trust) => Assert.Equal(trust, Evaluate(from, Pass));

    [Theory]
    [InlineData(null, false, SenderTrust.NotEvaluated)]
    [InlineData(" ", false, SenderTrust.NotEvaluated)]
    [InlineData(null, true, SenderTrust.Unverified)]
    public void Without_a_server_of_our_own_nobody_is_evaluated(string? server, bool strict, SenderTrust trust) =>
        Assert.Equal(trust, SenderAuthentication.Evaluate(Read(Ann, Pass), new IdentityOptions { AuthenticationServer = server, Strict = strict }).Trust);

    [Fact]
    public void A_domain_is_the_same_in_both_of_its_forms() =>
        Assert.Equal(SenderTrust.Proven, Evaluate("Ann <ann@b\u00FCcher.test>", "Authentication-Results: mx.desk.test; dmarc=pass header.from=xn--bcher-kva.test\n"));

    private static SenderTrust Evaluate(string from, string fields) =>
        SenderAuthentication.Evaluate(Read(from, fields), new IdentityOptions { AuthenticationServer = "mx.desk.test", TrustedRelays = ["inner.test"] }).Trust;

    private static InboundMail Read(string from, string fields)
    {
        using var content = MailContent.FromOctets(System.Text.Encoding.UTF8.GetBytes($"{fields}From: {from}\nTo: support@desk.test\nSubject: x\n\nx\n".ReplaceLineEndings("\r\n")));
        return InboundMailReader.Read(content);
    }
}
