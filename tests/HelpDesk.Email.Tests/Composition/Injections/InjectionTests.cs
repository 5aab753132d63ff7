using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Composition.Injections;

/// <summary>No text in any field brings a header, a recipient or a script into a mail.</summary>
public sealed class InjectionTests(InjectionDesk desk) : IClassFixture<InjectionDesk>
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("HELPDESK_EMAIL_LONG") == "1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Fields => [.. InjectionFields.All.Keys];

    [Fact]
    public void There_are_sixty_fields_and_two_hundred_texts()
    {
        Assert.Equal(60, InjectionFields.All.Count);
        Assert.Equal(200, Payloads.All.Distinct().Count());
    }

    [Theory, MemberData(nameof(Fields))]
    public async Task CVE_2012_4730_no_field_of_a_mail_becomes_another(string field)
    {
        var made = 0;
        var mistakes = new List<string>();
        foreach (var (number, payload) in Payloads.All.Index())
        {
            if (await desk.ComposeAsync(field, payload, number, Token) is { } mail)
            {
                made++;
                mistakes.AddRange(SoundMail.Mistakes(mail.Octets, mail.Recipients).Select(mistake => $"{field}, text {number}: {mistake}"));
            }
        }

        Assert.Empty(mistakes.Take(10));
        Assert.True(made > 0, "No mail was made at all.");
    }

    [Fact]
    public async Task Python_reads_the_same_fields_and_recipients()
    {
        var mails = new List<InjectedOctets>();
        foreach (var field in InjectionFields.All.Keys)
        {
            foreach (var (number, payload) in Payloads.All.Index().Where(each => IsLong || (each.Index + field.Length) % 20 == 0))
            {
                if (await desk.ComposeAsync(field, payload, number, Token) is { } mail)
                {
                    mails.Add(mail);
                }
            }
        }

        var answer = await PythonReader.CheckAsync(mails, Token);

        Assert.SkipWhen(answer is null, "python3 is not installed.");
        Assert.True(answer == $"{mails.Count} mails are sound", answer);
    }

    [Theory]
    [InlineData("ann\r\nRCPT TO:<eve@evil.test>@example.test")]
    [InlineData("ann\n@example.test")]
    [InlineData("ann@example.test>\r\nBcc: <eve@evil.test")]
    [InlineData("\"ann\r\n\"@example.test")]
    [InlineData("ann\u2028@example.test")]
    public void CVE_2026_30227_no_address_holds_a_line_end(string address) => Assert.False(EmailAddress.TryCreate(address, null, out _));

    [Fact]
    public async Task CVE_2026_41904_an_automatic_answer_holds_no_script()
    {
        await using var own = await ComposingDesk.StartWithTemplatesAsync();
        var entry = new NewTicketEntry(ComposingDesk.Ann, "<script>alert(1)</script>") { Html = "<p onclick=alert(1)>It <script>alert(1)</script>smokes</p>" };

        var mail = await own.RowAsync(
            ComposingDesk.Update() with { Template = TemplateNames.TicketReceived, Kind = OutgoingKind.AutomaticAnswer },
            own.Mail(ticket: ComposingDesk.Ticket with { Subject = "<script>alert(1)</script>" }, entry: entry));

        Assert.Empty(SoundMail.Mistakes(ComposingDesk.Octets(mail), ["ann@example.test"]));
    }

    [Theory]
    [InlineData("<img src=\"http://169.254.169.254/latest/meta-data\">")]
    [InlineData("<img src=\"http://127.0.0.1:8080/\" data-remote-src=\"http://127.0.0.1:8080/\">")]
    [InlineData("<link rel=stylesheet href=\"http://127.0.0.1:8080/\">")]
    public async Task CVE_2026_41905_CVE_2020_24881_nothing_is_fetched_and_nothing_remote_is_left(string html)
    {
        await using var own = await ComposingDesk.StartAsync();

        var mail = await own.ComposeAsync(ComposingDesk.Update(), own.Answer(entry: new NewTicketEntry(ComposingDesk.Tina, "Look.") { Html = $"<p>Look: {html}</p>" }));

        Assert.DoesNotContain("169.254", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", mail.HtmlBody, StringComparison.Ordinal);
    }
}
