using HelpDesk.Email.Inbound;
using HelpDesk.Email.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email;

internal sealed class HelpDeskEmailBuilder(IServiceCollection services) : IHelpDeskEmailBuilder
{
    public IServiceCollection Services { get; } = services;

    public InboundPipeline Pipeline { get; } = DefaultPipeline.Create();
}
