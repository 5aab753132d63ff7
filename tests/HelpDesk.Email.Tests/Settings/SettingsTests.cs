using HelpDesk.Email.Configuration;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Tests.Settings;

public sealed class SettingsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Mailboxes:support:Address", "nobody", "HelpDeskEmail:Mailboxes:support:Address")]
    [InlineData("Mailboxes:support:MaxPerCheck", "0", "HelpDeskEmail:Mailboxes:support:MaxPerCheck")]
    [InlineData("Mailboxes:support:Kind", "Carrier-Pigeon", "HelpDeskEmail:Mailboxes:support:Kind")]
    [InlineData("Mailboxes:support:DefaultCharset", "klingon", "HelpDeskEmail:Mailboxes:support:DefaultCharset")]
    [InlineData("Mailboxes:support:OutgoingCharset", "utf-16", "HelpDeskEmail:Mailboxes:support:OutgoingCharset")]
    [InlineData("Outgoing:default:Kind", "Smoke", "HelpDeskEmail:Outgoing:default:Kind")]
    [InlineData("Processing:BatchSize", "0", "HelpDeskEmail:Processing:BatchSize")]
    [InlineData("Processing:MaxTimePerAttempt", "00:00:00.5", "HelpDeskEmail:Processing:MaxTimePerAttempt")]
    [InlineData("Limits:MaxMailOctets", "1", "HelpDeskEmail:Limits:MaxMailOctets")]
    [InlineData("Correlation:SubjectTagPrefix", "", "HelpDeskEmail:Correlation:SubjectTagPrefix")]
    [InlineData("Retention:ContentAge", "-1.00:00:00", "HelpDeskEmail:Retention:ContentAge")]
    [InlineData("Retention:ContentMegabytes", "-1", "HelpDeskEmail:Retention:ContentMegabytes")]
    [InlineData("Monitor:ErrorMail:Level", "Error", "HelpDeskEmail:Monitor:ErrorMail:Address")]
    [InlineData("Monitor:TicketTemplate", " ", "HelpDeskEmail:Monitor:TicketTemplate")]
    [InlineData("SmtpListener:Port", "70000", "HelpDeskEmail:SmtpListener:Port")]
    public async Task A_wrong_setting_is_refused_at_start_by_a_message_that_names_the_key(string key, string value, string named)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Outgoing:default:Kind"] = "Memory";
                options.Settings[key] = value;
            },
            Token));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_forgot_its_stores_is_told_what_to_write()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), _ => { });
        using var host = builder.Build();

        var refusal = await Assert.ThrowsAsync<HelpDeskConfigurationException>(() => host.StartAsync(Token));

        Assert.Contains(".UseSqlite(", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(".UseHandlebarsTemplates()", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_the_help_desk_twice_is_refused()
    {
        var services = new ServiceCollection();
        var section = new ConfigurationBuilder().Build().GetSection("HelpDeskEmail");
        services.AddHelpDeskEmail(section, _ => { });

        Assert.Throws<InvalidOperationException>(() => services.AddHelpDeskEmail(section, _ => { }));
    }

    [Fact]
    public async Task Changed_settings_take_effect_at_once_and_wrong_ones_leave_the_last_good_ones()
    {
        var source = new ReloadableSettings { ["HelpDeskEmail:Limits:MaxSubjectLength"] = "10" };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHelpDeskEmail(new ConfigurationBuilder().Add(source).Build().GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores());
        await using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<HelpDeskEmailOptions>>();
        var changes = 0;
        options.OnChange(_ => changes++);
        Assert.Equal(10, options.CurrentValue.Limits.MaxSubjectLength);

        source.Change("HelpDeskEmail:Limits:MaxSubjectLength", "20");
        Assert.Equal(20, options.CurrentValue.Limits.MaxSubjectLength);
        Assert.Equal(1, changes);

        source.Change("HelpDeskEmail:Limits:MaxSubjectLength", "-5");
        Assert.Equal(20, options.CurrentValue.Limits.MaxSubjectLength);

        source.Change("HelpDeskEmail:Limits:MaxSubjectLength", "many");
        Assert.Equal(20, options.CurrentValue.Limits.MaxSubjectLength);
        Assert.Equal(1, changes);

        source.Change("HelpDeskEmail:Limits:MaxSubjectLength", "30");
        Assert.Equal(30, options.CurrentValue.Limits.MaxSubjectLength);
    }
}
