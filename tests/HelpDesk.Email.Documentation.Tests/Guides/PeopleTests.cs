using HelpDesk.Email.Contacts;
using HelpDesk.Email.Handlebars;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Documentation.Tests.Guides;

/// <summary>The code and the settings of docs/guides/people-and-roles.md and filters.md.</summary>
public sealed class PeopleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_technician_who_was_saved_is_known_by_each_address()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);

        await SaveAsync(desk.Services.GetRequiredService<IContactWriter>(), Token);

        var found = await desk.Services.GetRequiredService<IContactDirectory>().FindAsync(EmailAddress.Create("tess@home.example"), Token);
        Assert.Equal(ContactRole.Technician, found?.Role);
    }

    [Fact]
    public async Task Who_writes_for_the_first_time_gets_the_link()
    {
        await using var desk = await HelpDeskHarness.StartAsync(
            options => options.Compose = mail =>
            {
                mail.Services.AddSingleton<IAcmeAccounts, Accounts>();
                mail.UseHandlebarsTemplates();
                mail.UseContactInvitation<AcmeInvitation>();
            },
            Token);

        var mail = await desk.DeliverAsync(HarnessMail.Of("From: Ann <ann@example.test>\nTo: support@helpdesk.test\nSubject: Printer\n\nIt smokes.\n"), Token);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(10), Token);

        Assert.Contains(mail.Outbox, sent => sent.Template == "contact-welcome");
        Assert.Contains(desk.Transport.Sent, sent => sent.Text.Contains("https://acme.example/welcome/ann", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("filters.json")]
    [InlineData("identity.json")]
    public async Task The_settings_of_the_guides_are_accepted(string file)
    {
        var path = Path.Combine(Repository.RepositoryRoot.Path, "tests", "HelpDesk.Email.Documentation.Tests", "Guides", file);
        var settings = new ConfigurationBuilder().AddJsonFile(path).Build().GetSection("HelpDeskEmail").AsEnumerable(makePathsRelative: true).Where(setting => setting.Value is not null);

        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);

        Assert.Null(desk.ChangeSettings(settings.Append(new("Mailboxes:support:Address", "support@helpdesk.test"))));
    }

    private static async Task SaveAsync(IContactWriter people, CancellationToken cancellationToken)
    {
        #region contact-writer
        await people.SaveAsync(
            new Contact(EmailAddress.Create("tess@example.com", "Tess Example"), ContactRole.Technician)
            {
                OtherAddresses = [EmailAddress.Create("tess@home.example")],
                IsRegistered = true,
            },
            cancellationToken);
        #endregion
    }

    private sealed class Accounts : IAcmeAccounts
    {
        public Task<Uri> InviteAsync(string userName, CancellationToken cancellationToken) => Task.FromResult(new Uri($"https://acme.example/welcome/{userName}"));
    }
}
