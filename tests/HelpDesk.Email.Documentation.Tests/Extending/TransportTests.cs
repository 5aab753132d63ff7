using System.Net;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Documentation.Tests.Extending;

/// <summary>The transport of docs/extending/transport.md, through the whole engine.</summary>
public sealed class TransportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.Accepted, OutboxState.Sent)]
    [InlineData(HttpStatusCode.BadRequest, OutboxState.Failed)]
    [InlineData(HttpStatusCode.ServiceUnavailable, OutboxState.Ready)]
    [InlineData(HttpStatusCode.Unauthorized, OutboxState.Ready)]
    public async Task What_the_provider_answers_becomes_of_the_mail(HttpStatusCode answer, OutboxState expected)
    {
        var provider = new Provider(answer);
        await using var desk = await StartAsync(provider);
        var delivery = await desk.DeliverAsync(HarnessMail.Of("From: ann@example.test\nTo: support@helpdesk.test\nSubject: Help\n\nPlease.\n"), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10), Token);

        var row = Assert.Single((await desk.LookAtAsync(delivery.Row.Id, Token)).Outbox);
        Assert.Equal(expected, row.State);
        Assert.Equal(answer == HttpStatusCode.Unauthorized ? 0 : 1, row.Attempts);
        Assert.StartsWith(row.MessageId, Assert.Single(provider.Keys), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_a_sender_is_refused_at_start()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var desk = await HelpDeskHarness.StartAsync(
                options =>
                {
                    options.Settings["Outgoing:default:Kind"] = "AcmeApi";
                    options.Compose = mail => Compose(mail, new Provider(HttpStatusCode.OK));
                },
                Token);
        });
        Assert.Contains("HelpDeskEmail:Outgoing:default:From is missing", error.Message, StringComparison.Ordinal);
    }

    private static Task<HelpDeskHarness> StartAsync(Provider provider) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Outgoing:default:Kind"] = "AcmeApi";
            options.Settings["Outgoing:default:From"] = "support@helpdesk.test";
            options.Compose = mail => Compose(mail, provider);
        },
        Token);

    private static void Compose(IHelpDeskEmailBuilder mail, Provider provider)
    {
        mail.Services.AddSingleton(_ => new HttpClient(provider) { BaseAddress = new Uri("https://mail.acme.test/") });
        #region transport-registration
        mail.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboundTransportFactory, AcmeApiTransportFactory>());
        #endregion
    }

    private sealed class Provider(HttpStatusCode answer) : HttpMessageHandler
    {
        public List<string> Keys { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Keys.AddRange(request.Headers.GetValues("Idempotency-Key"));
            return Task.FromResult(new HttpResponseMessage(answer) { Content = new StringContent("[]") });
        }
    }
}
