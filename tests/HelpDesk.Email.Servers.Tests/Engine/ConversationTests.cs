using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Smtp;
using HelpDesk.Email.Servers.Tests.Clients;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Servers.Tests.Engine;

/// <summary>A customer and a help desk write to each other over Postfix and Dovecot.</summary>
public sealed class ConversationTests(MailServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Imap")]
    [InlineData("Pop3")]
    [Trait("Feature", "CO-01")]
    public async Task A_mail_becomes_a_ticket_is_acknowledged_answered_and_continued(string kind)
    {
        var (support, customer) = (servers.NextUser(), servers.NextUser());
        var inbox = new Maildir(customer);
        await using var engine = await EngineHost.StartAsync(new EngineSettings().Mailbox(servers, "support", support, kind).Outgoing(servers, support));

        var question = new TestMail(customer.Address, support.Address, "Printer") { Text = "It smokes.\n.\nGrüße" };
        await SendAsync(customer, question);

        var ticket = Assert.Single(await engine.WaitForTicketsAsync(1));
        Assert.Equal("Printer", ticket.Subject);
        Assert.Equal(customer.Address, ticket.Requester.Address);
        var acknowledgement = await inbox.WaitForAsync(mail => mail.Header("In-Reply-To") == question.MessageId, "the acknowledgement");
        Assert.Equal("auto-replied", acknowledgement.Header("Auto-Submitted"));
        Assert.Contains(ticket.Number, acknowledgement.Header("Subject"), StringComparison.Ordinal);

        await engine.ReplyAsync(ticket.Number, "Pull the plug.");
        var answer = await inbox.WaitForAsync(mail => mail.Text.Contains("Pull the plug.", StringComparison.Ordinal), "the answer");
        Assert.Null(answer.Header("Auto-Submitted"));
        Assert.Contains(support.Address, answer.Header("From"), StringComparison.Ordinal);

        await SendAsync(customer, new TestMail(customer.Address, support.Address, "Re: Printer") { InReplyTo = answer.Header("Message-ID"), Text = "It smokes less." });
        var entries = await engine.WaitForEntriesAsync(ticket.Number, 3);
        await engine.SettleAsync("support");

        Assert.Single(await engine.TicketsAsync());
        Assert.Equal(["It smokes.\n.\nGrüße", "Pull the plug.", "It smokes less."], entries.Select(entry => entry.Text.Trim()));

        // A mail lies in the inbox before its row says that it was sent.
        await Eventually.BecomesTrueAsync(async () => (await engine.OutboxAsync()).All(row => row.State == OutboxState.Sent), "an outbox of which all is sent");
    }

    [Fact]
    [Trait("Feature", "IN-06")]
    public async Task Several_mailboxes_feed_one_help_desk_each_from_its_own_address()
    {
        var names = new[] { "support", "sales", "hr" };
        var users = names.ToDictionary(name => name, _ => servers.NextUser());
        var customer = servers.NextUser();
        var settings = new EngineSettings().Outgoing(servers, users["support"]);
        foreach (var name in names)
        {
            settings.Mailbox(servers, name, users[name], name == "hr" ? "Pop3" : "Imap");
            settings[$"Mailboxes:{name}:Department"] = name;
            settings[$"Departments:{name}:Autoresponder:Enabled"] = "true";
        }

        settings["Mailboxes:sales:Enabled"] = "false";
        await using var engine = await EngineHost.StartAsync(settings);
        foreach (var name in names)
        {
            await SendAsync(customer, new TestMail(customer.Address, users[name].Address, $"For {name}"));
        }

        await engine.WaitForTicketsAsync(2);
        await new Maildir(users["sales"]).WaitForAsync(_ => true, "the mail");
        engine.Change("Mailboxes:sales:Enabled", "true");

        var tickets = await engine.WaitForTicketsAsync(3);
        Assert.Equal(["For hr", "For sales", "For support"], tickets.Select(ticket => ticket.Subject).Order());
        Assert.All(tickets, ticket => Assert.Equal(ticket.Subject, $"For {ticket.Department}"));
        foreach (var name in names)
        {
            await new Maildir(customer).WaitForAsync(mail => mail.Header("From")!.Contains(users[name].Address, StringComparison.Ordinal), $"the acknowledgement of {name}");
        }
    }

    [Fact]
    public async Task Each_mailbox_answers_by_its_own_account()
    {
        var (support, sales, customer) = (servers.NextUser(), servers.NextUser(), servers.NextUser());
        var settings = new EngineSettings().Mailbox(servers, "support", support).Mailbox(servers, "sales", sales).Outgoing(servers, support).Outgoing(servers, sales, "second");
        settings["Mailboxes:sales:Account"] = "second";
        await using var engine = await EngineHost.StartAsync(settings);
        foreach (var user in new[] { support, sales })
        {
            await SendAsync(customer, new TestMail(customer.Address, user.Address, $"For {user.Address}"));
        }

        foreach (var (user, account) in new[] { (support, "default"), (sales, "second") })
        {
            await new Maildir(customer).WaitForAsync(mail => mail.Header("From")!.Contains(user.Address, StringComparison.Ordinal), $"the acknowledgement from {user.Address}");
            Assert.Single(await engine.OutboxAsync(), row => row.Account == account);

            // Nobody has sent by this log-in but the account.
            Assert.Contains($"sasl_method=PLAIN, sasl_username={user.Address}", servers.Postfix.Log, StringComparison.Ordinal);
        }
    }

    private async Task SendAsync(MailUser sender, TestMail mail)
    {
        await using var smtp = await Connections.LogInSmtpAsync(servers, sender);
        Assert.Equal(SmtpOutcome.Accepted, (await smtp.SendAsync(new SmtpEnvelope(sender.Address, [mail.To]), MailContent.FromOctets(mail.Octets), Token)).Outcome);
    }
}
