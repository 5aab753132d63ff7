using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Documentation.Tests.Extending;

/// <summary>The renderer of docs/extending/template-renderer.md.</summary>
public sealed class TemplateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_have_the_words_of_the_renderer()
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = Compose, Token);
        var delivery = await desk.DeliverAsync(HarnessMail.Of("From: ann@example.test\nTo: support@helpdesk.test\nSubject: Help\n\nPlease.\n"), Token);
        await desk.Mailer.ReplyAsync(new AgentReply(Guid.NewGuid(), delivery.Ticket!, EmailAddress.Create("tina@helpdesk.test"), "1 < 2"), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10), Token);

        var texts = desk.Transport.Sent.Select(mail => mail.Text).ToList();
        Assert.Contains(texts, text => text.Contains($"Thank you. Your message is ticket {delivery.Ticket}.", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("1 < 2", StringComparison.Ordinal) && text.Contains("<p>1 &lt; 2</p>", StringComparison.Ordinal));
    }

    private static void Compose(IHelpDeskEmailBuilder mail)
    {
        #region template-renderer-registration
        mail.Services.Replace(ServiceDescriptor.Singleton<ITemplateRenderer, AcmeTemplates>());
        #endregion
    }
}
