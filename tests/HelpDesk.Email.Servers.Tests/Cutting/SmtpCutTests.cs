using System.Collections.Concurrent;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Servers.Tests.Delivery;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Proxies;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Cutting;

/// <summary>A session of three mails is cut everywhere; what the transport says of each mail is what Postfix did with it.</summary>
public sealed class SmtpCutTests(MailServers servers)
{
    private const int Mails = 3;

    // More are tried in the same way that the outbox would, only at once.
    private const int MostAttempts = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_mail_is_lost_and_none_is_doubled_but_where_the_answer_to_its_octets_was_lost()
    {
        var user = servers.NextUser();
        var measured = await SendAsync(user, cutAfter: null);
        var sent = new ConcurrentBag<Attempted>();

        await Parallel.ForEachAsync(CutPoints.Of(measured.Octets), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Token }, async (at, _) =>
        {
            foreach (var mail in (await SendAsync(user, at)).Sent)
            {
                sent.Add(mail);
            }
        });

        await Eventually.BecomesTrueAsync(() => servers.Postfix.IsIdle, "an empty queue");
        var arrived = new Maildir(user).Mails().CountBy(mail => mail.Header("Message-ID") ?? string.Empty).ToDictionary();
        TestContext.Current.TestOutputHelper!.WriteLine($"{measured.Octets} octets, {sent.Count / Mails} cuts, {sent.Count(mail => mail.Unknown > 0)} lost answers, {arrived.Values.Count(count => count > 1)} repeats.");
        foreach (var mail in sent)
        {
            var count = arrived.GetValueOrDefault(mail.MessageId);
            Assert.True(count >= 1, $"A mail was lost: cut before octet {mail.CutAt}.");
            Assert.True(count <= 1 + mail.Unknown, $"A mail came {count} times: cut before octet {mail.CutAt}.");
        }
    }

    private async Task<(long Octets, List<Attempted> Sent)> SendAsync(MailUser user, long? cutAfter)
    {
        await using var proxy = new CuttingProxy(servers.Postfix.Ports.Smtp);
        await using var transport = Transports.To(proxy.Port, MailEncryption.None, servers, user);
        if (cutAfter is { } at)
        {
            proxy.CutAfter(at);
        }

        var sent = new List<Attempted>();
        for (var i = 0; i < Mails; i++)
        {
            var mail = new TestMail(user.Address, user.Address, $"Number {i}") { Text = $"Cut before octet {cutAfter}.\n.\n" };
            sent.Add(new Attempted(mail.MessageId, cutAfter, await SendUntilAcceptedAsync(transport, mail)));
        }

        return (proxy.Octets, sent);
    }

    // How often the answer was lost.
    private static async Task<int> SendUntilAcceptedAsync(IOutboundTransport transport, TestMail mail)
    {
        var unknown = 0;
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var result = await transport.SendAsync(Transports.Mail(mail), Token);
            if (result.Channel is null)
            {
                var status = Assert.Single(result.Recipients).Status;
                Assert.NotEqual(RecipientStatus.Rejected, status);
                if (status == RecipientStatus.Accepted)
                {
                    return unknown;
                }

                unknown += status == RecipientStatus.Unknown ? 1 : 0;
            }
        }

        throw new InvalidOperationException("The mail was not accepted over an uncut connection.");
    }

    private sealed record Attempted(string MessageId, long? CutAt, int Unknown);
}
