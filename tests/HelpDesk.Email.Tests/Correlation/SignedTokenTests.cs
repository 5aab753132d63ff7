using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Correlation;

/// <summary>What a signed Message-ID or reply address is worth, by who uses it.</summary>
public sealed class SignedTokenTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "BE-04")]
    public async Task A_stranger_with_a_token_joins_the_ticket_without_authority()
    {
        await using var desk = await StartAsync();
        var (ticket, messageId) = await AnsweredTicketAsync(desk);

        var stranger = await desk.DeliverAsync(Mails.From("eve@elsewhere.test", "Re: Printer", "Ann gave me her mail.", inReplyTo: messageId), Token);

        Assert.Equal((JournalOutcome.Appended, ticket), (stranger.Outcome, stranger.Ticket));
        Assert.Contains("no authority", stranger.Trace.Single(line => line.Step == "Correlate").Reason, StringComparison.Ordinal);
        Assert.Equal("Unverified", SeenTrust.Last.Value!.Trust.ToString());

        // Nobody is made known by it.
        Assert.Null(await desk.Contacts.FindAsync(EmailAddress.Create("eve@elsewhere.test"), Token));
    }

    [Fact]
    public async Task Who_it_was_made_for_is_proven_by_it()
    {
        await using var desk = await StartAsync(options => options.Settings["Identity:AuthenticationServer"] = "mx.helpdesk.test");
        var (ticket, messageId) = await AnsweredTicketAsync(desk);

        var ann = await desk.DeliverAsync(Mails.From("ann@example.test", "Re: Printer", "It stopped.", inReplyTo: messageId), Token);

        Assert.Equal((JournalOutcome.Appended, ticket), (ann.Outcome, ann.Ticket));
        Assert.Equal("Proven", SeenTrust.Last.Value!.Trust.ToString());
    }

    [Fact]
    public async Task CVE_2023_22501_a_token_in_a_mail_to_several_people_proves_nobody()
    {
        await using var desk = await StartAsync(options => options.Settings["Identity:AuthenticationServer"] = "mx.helpdesk.test");
        var (ticket, messageId) = await AnsweredTicketAsync(desk);

        var ann = await desk.DeliverAsync(Mails.From("ann@example.test", "Re: Printer", "It stopped.", inReplyTo: messageId, headers: "Cc: eve@elsewhere.test\n"), Token);

        Assert.Equal((JournalOutcome.Appended, ticket), (ann.Outcome, ann.Ticket));
        Assert.Equal("Unverified", SeenTrust.Last.Value!.Trust.ToString());
    }

    [Fact]
    public async Task A_failed_DMARC_beats_a_token()
    {
        await using var desk = await StartAsync(options => options.Settings["Identity:AuthenticationServer"] = "mx.helpdesk.test");
        var (_, messageId) = await AnsweredTicketAsync(desk);
        var mail = Mails.From("ann@example.test", "Re: Printer", "It stopped.", inReplyTo: messageId);
        var failed = HarnessMail.Of("Authentication-Results: mx.helpdesk.test; dmarc=fail header.from=example.test\n" + System.Text.Encoding.UTF8.GetString(mail.Octets.Span).ReplaceLineEndings("\n"));

        await desk.DeliverAsync(failed, Token);

        Assert.Equal("Contradicted", SeenTrust.Last.Value!.Trust.ToString());
    }

    private static Task<HelpDeskHarness> StartAsync(Action<HelpDeskHarnessOptions>? configure = null)
    {
        SeenTrust.Last.Value = new SeenTrust.Seen();
        return HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Outgoing:default:Kind"] = "Memory";
                options.Compose = mail => mail.ConfigurePipeline(steps => steps.InsertAfter<Email.Correlation.CorrelateStep, SeenTrust>());
                configure?.Invoke(options);
            },
            Token);
    }

    private static async Task<(string Ticket, string MessageId)> AnsweredTicketAsync(HelpDeskHarness desk)
    {
        var first = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10), Token);
        return (first.Ticket!, Assert.Single(desk.Transport.Sent).MessageId);
    }

    /// <summary>Notes what the mail's sender is worth behind the step that correlates.</summary>
    private sealed class SeenTrust : IInboundStep
    {
        public static AsyncLocal<Seen?> Last { get; } = new();

        public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
        {
            Last.Value!.Trust = context.Sender.Trust;
            return ValueTask.FromResult(StepVerdict.Continue());
        }

        internal sealed class Seen
        {
            public SenderTrust Trust { get; set; }
        }
    }
}
