using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Proxies;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Cutting;

/// <summary>A session that reads three mails is cut everywhere; each mail is committed once, and the mailbox ends as it was asked for.</summary>
public sealed class MailboxCutTests(MailServers servers)
{
    private const int Lanes = 4;

    [Theory]
    [InlineData("Imap", AfterProcessing.Move)]
    [InlineData("Imap", AfterProcessing.Delete)]
    [InlineData("Pop3", AfterProcessing.Delete)]
    [InlineData("Pop3", AfterProcessing.Leave)]
    public async Task No_mail_is_lost_and_none_is_doubled(string kind, AfterProcessing action)
    {
        var first = servers.NextUser();
        using var bench = new PollBench(new EngineSettings().Mailbox(servers, "support", first, kind).Outgoing(servers, first));

        // The first look makes the folder; the second one is what all others are.
        await CutAsync(bench, kind, action, first, cutAt: null);
        var octets = await CutAsync(bench, kind, action, first, cutAt: null);
        var points = CutPoints.Of(octets).ToList();
        var lanes = points.Index().GroupBy(point => point.Index % Lanes, point => point.Item);
        await Task.WhenAll(lanes.Select(async lane =>
        {
            var user = servers.NextUser();
            await CutAsync(bench, kind, action, user, cutAt: null);
            foreach (var at in lane)
            {
                await CutAsync(bench, kind, action, user, at);
            }
        }));

        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}, {action}: {octets} octets, {points.Count} cuts.");
    }

    // One session; how many octets it had.
    private async Task<long> CutAsync(PollBench bench, string kind, AfterProcessing action, MailUser user, long? cutAt)
    {
        var maildir = new Maildir(user);
        maildir.Clear();
        var mails = Enumerable.Range(1, 3).Select(i => new TestMail("ann@customers.test", user.Address, $"Number {i}") { Text = string.Create(CultureInfo.InvariantCulture, $"Cut before octet {cutAt}.\n.\n)") }).ToList();
        mails.ForEach(mail => maildir.Put(mail.Octets));
        await using var proxy = new CuttingProxy(kind == "Imap" ? servers.Dovecot.Ports.Imap : servers.Dovecot.Ports.Pop3);
        if (cutAt is { } at)
        {
            proxy.CutAfter(at);
        }

        var name = $"{kind}-{action}-{Guid.NewGuid():N}";
        await bench.LookAsync(kind, name, user, proxy.Port, action);
        var octets = proxy.Octets;
        await bench.LookAsync(kind, name, user, proxy.Port, action);

        var where = $"{kind}, {action}, cut before octet {cutAt}";
        var rows = await bench.FindAsync([.. mails.Select(mail => mail.MessageId)]);
        Assert.True(mails.TrueForAll(mail => rows.Count(row => row.Facts.MessageId == mail.MessageId) == 1), $"{where}: {rows.Count} rows.");
        Assert.True(await bench.CountUntoldAsync(name) == 0, $"{where}: not told.");
        Assert.True(maildir.Mails().Count == (action == AfterProcessing.Leave ? 3 : 0), $"{where}: {maildir.Mails().Count} in the inbox.");
        Assert.True(maildir.Mails("Processed").Count == (action == AfterProcessing.Move ? 3 : 0), $"{where}: {maildir.Mails("Processed").Count} moved.");
        return octets;
    }
}
