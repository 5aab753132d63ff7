using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;
using HelpDesk.Email.Tests.Composition.Injections;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>Mails of which a field holds what somebody made up, as Postfix reads them: it takes each header apart and writes it anew.</summary>
public sealed class InjectionTests(MailServers servers, InjectionDesk desk) : IClassFixture<InjectionDesk>
{
    private const int OneInThisManyIsSent = 40;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("HELPDESK_EMAIL_LONG") == "1";

    // What Postfix and the delivery write in front, and what it moves there.
    private static readonly HashSet<string> OfTheServer = new(StringComparer.OrdinalIgnoreCase) { "Return-Path", "Delivered-To", "X-Original-To", "Received" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CVE_2012_4730_Postfix_finds_the_fields_that_were_written_and_delivers_each_mail_once()
    {
        var user = servers.NextUser();
        await using var transport = Transports.To(servers.Postfix.Ports.Smtp, MailEncryption.StartTls, servers, user);
        var sent = new List<string>();
        foreach (var field in InjectionFields.All.Keys)
        {
            foreach (var (number, payload) in Payloads.All.Index().Where(each => IsLong || (each.Index + field.Length) % OneInThisManyIsSent == 0))
            {
                if (await desk.ComposeAsync(field, payload, number, Token) is { } mail && IsAscii(mail.Octets))
                {
                    var result = await transport.SendAsync(new OutboundMail("<injected@helpdesk.test>", user.Address, [user.Address], MailContent.FromOctets(mail.Octets)), Token);
                    Assert.Equal(RecipientStatus.Accepted, Assert.Single(result.Recipients).Status);
                    sent.Add(string.Join(',', Fields(mail.Octets)));
                }
            }
        }

        Assert.True(sent.Count > 100, $"Only {sent.Count} mails were made.");
        await Eventually.BecomesTrueAsync(() => servers.Postfix.IsIdle, "an empty queue");
        await Eventually.BecomesTrueAsync(() => new Maildir(user).Count() >= sent.Count, "the mails");
        var arrived = new Maildir(user).Mails().Select(mail => string.Join(',', Fields(mail.Octets).Where(name => !OfTheServer.Contains(name)))).ToList();
        Assert.Equal(sent.Order(StringComparer.Ordinal), arrived.Order(StringComparer.Ordinal));
    }

    // The server of these tests offers SMTPUTF8 in one domain alone; others would be refused for that.
    private static bool IsAscii(byte[] octets) => Ascii.IsValid(octets);

    private static IEnumerable<string> Fields(byte[] octets)
    {
        var text = Encoding.Latin1.GetString(octets).ReplaceLineEndings("\n");
        return text[..text.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n')
            .Where(line => line.Length > 0 && line[0] is not (' ' or '\t'))
            .Select(line => line[..Math.Max(0, line.IndexOf(':', StringComparison.Ordinal))]);
    }
}
