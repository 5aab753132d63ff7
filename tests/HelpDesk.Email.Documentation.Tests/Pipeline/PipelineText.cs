using HelpDesk.Email.Inbound;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Documentation.Tests.Pipeline;

/// <summary>What the engine says of its own steps.</summary>
internal static class PipelineText
{
    public static string Describe()
    {
        using var services = new ServiceCollection()
            .AddHelpDeskEmail(new ConfigurationBuilder().Build().GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores())
            .BuildServiceProvider();
        return services.GetRequiredService<InboundPipeline>().DescribePipeline().ReplaceLineEndings("\n").TrimEnd('\n');
    }
}
