using System.Globalization;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Handlebars.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task UseHandlebarsTemplates_registers_one_renderer_however_often_it_is_called()
    {
        var builder = new Builder();
        builder.UseHandlebarsTemplates().UseHandlebarsTemplates();
        await using var services = builder.Services.BuildServiceProvider();
        var renderer = Assert.Single(services.GetServices<ITemplateRenderer>());
        Assert.NotNull(await renderer.RenderAsync(TemplateNames.TicketUpdated, Renderers.Model(), CultureInfo.InvariantCulture, CancellationToken.None));
    }

    private sealed class Builder : IHelpDeskEmailBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public InboundPipeline Pipeline { get; } = new();
    }
}
