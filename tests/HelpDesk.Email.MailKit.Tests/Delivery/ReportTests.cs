using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Servers.Tests.Delivery;
using HelpDesk.Email.Servers.Tests.Mailboxes;

namespace HelpDesk.Email.MailKit.Tests.Delivery;

/// <summary>What is asked of servers about reports on a delivery (RFC 3461).</summary>
public sealed class ReportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, true, "RCPT TO:<ann@example.test> NOTIFY=NEVER")]
    [InlineData(true, true, "RCPT TO:<ann@example.test>")]
    [InlineData(false, false, "RCPT TO:<ann@example.test>")]
    public async Task A_mail_that_wants_no_reports_says_so_where_the_server_offers_it(bool wantsReports, bool offersDsn, string command)
    {
        await using var server = new ScriptedSmtpServer { Offers = offersDsn ? ["DSN", "8BITMIME"] : ["8BITMIME"] };
        await using var transport = OwnTransport.Make(new OutgoingAccountOptions { Host = "127.0.0.1", Port = server.Port, Encryption = MailEncryption.None, Timeout = TimeSpan.FromSeconds(30) });

        var result = await transport.SendAsync(Transports.Mail(new TestMail("desk@example.test", "ann@example.test", "Hello")) with { WantsReports = wantsReports }, Token);

        Assert.Equal(RecipientStatus.Accepted, Assert.Single(result.Recipients).Status);
        Assert.Equal(command, Assert.Single(server.Commands, said => said.StartsWith("RCPT", StringComparison.Ordinal)).Split(" ORCPT=")[0]);
    }
}
