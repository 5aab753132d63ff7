using HelpDesk.Email.Composition;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Composition.Injections;

/// <summary>Makes mails with what somebody made up, by the templates of the product and by one that shows every value.</summary>
public sealed class InjectionDesk : IAsyncLifetime
{
    private static readonly string[] Templates = [TemplateNames.TicketUpdated, TemplateNames.TicketReceived, TemplateNames.RejectedByLock];

    private readonly ChangingLinks _links = new();
    private HelpDeskHarness? _desk;
    private OutgoingMailComposer? _byTemplates;
    private OutgoingMailComposer? _echoing;

    public async ValueTask InitializeAsync()
    {
        _desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.UseHandlebarsTemplates(), TestContext.Current.CancellationToken);
        _byTemplates = ActivatorUtilities.CreateInstance<OutgoingMailComposer>(_desk.Services, (ITicketLinks)_links);
        _echoing = ActivatorUtilities.CreateInstance<OutgoingMailComposer>(_desk.Services, (ITicketLinks)_links, (ITemplateRenderer)new EchoRenderer());
    }

    /// <summary>A mail, or <see langword="null"/> where a field can't hold the text or no mail could be made, with a reason.</summary>
    internal async Task<InjectedOctets?> ComposeAsync(string field, string payload, int number, CancellationToken cancellationToken)
    {
        var mail = new InjectedMail();
        mail.Planned = mail.Planned with { Template = Templates[number % Templates.Length] };
        try
        {
            InjectionFields.All[field](mail, payload);
        }
        catch (RefusedFieldException)
        {
            return null;
        }

        _links.Links = mail.Links;
        var row = await (number % 2 == 0 ? _byTemplates! : _echoing!).ComposeAsync(mail.Planned, mail.ToOccasion(), cancellationToken);
        Assert.NotNull(row);
        Assert.Equal(mail.Recipients, row.Recipients);
        if (row.Failure is { } failure)
        {
            Assert.NotEmpty(failure);
            return null;
        }

        return new InjectedOctets(ComposingDesk.Octets(row), row.Recipients);
    }

    public ValueTask DisposeAsync() => _desk?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed class ChangingLinks : ITicketLinks
    {
        public TicketLinkSet Links { get; set; } = new();

        public string? TicketUrl(string ticketNumber) => null;

        public ValueTask<TicketLinkSet> CreateAsync(TicketSnapshot ticket, IReadOnlyList<EmailAddress> recipients, CancellationToken cancellationToken) => ValueTask.FromResult(Links);

        public ValueTask<LinkVerdict> ReadAsync(LinkPurpose purpose, string token, CancellationToken cancellationToken) => ValueTask.FromResult(LinkVerdict.Of(LinkStatus.Forged));
    }
}
