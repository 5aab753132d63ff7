using HelpDesk.Email.Configuration;
using HelpDesk.Email.Documentation.Tests.Repository;
using HelpDesk.Email.InMemory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Documentation.Tests.Guides;

/// <summary>The settings that guides show are settings that the engine takes.</summary>
public sealed class GuideSettingsTests
{
    [Theory]
    [InlineData("autoresponder.json")]
    [InlineData("commands.json")]
    [InlineData("schedules.json")]
    [InlineData("links.json")]
    [InlineData("rules.json")]
    [InlineData("notifications.json")]
    public async Task Settings_of_a_guide_are_valid(string file)
    {
        var path = RepositoryRoot.Combine($"tests/HelpDesk.Email.Documentation.Tests/Guides/{file}");
        var section = new ConfigurationBuilder().AddJsonFile(path).Build().GetSection("HelpDeskEmail");
        await using var services = new ServiceCollection().AddLogging().AddHelpDeskEmail(section, mail => mail.UseInMemoryStores()).BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<HelpDeskEmailOptions>>().Value;

        Assert.NotNull(options);
        Assert.NotEmpty(section.GetChildren());
    }
}
