using CustomTicketStore;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Documentation.Tests.Store;

/// <summary>The start and the end of docs/extending/store.md: the suite speaks to an empty class, and the engine works over the finished one.</summary>
[Trait("Feature", "BE-10")]
public sealed class CustomStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("custom-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_rule_says_what_an_empty_class_is_missing()
    {
        foreach (var rule in TicketStoreConformance.Cases(() => new EmptyFixture()))
        {
            var broken = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(Token));
            Assert.Equal((rule.Name, rule.Rule), (broken.CaseName, broken.Rule));
        }
    }

    [Fact]
    public async Task A_conversation_stands_in_Acmes_tables()
    {
        var database = new AcmeDatabase($"Data Source={Path.Combine(_folder.FullName, "acme.db")};Pooling=False");
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => Compose(mail, database), Token);

        var first = await desk.DeliverAsync(HarnessMail.Of("From: ann@example.test\nTo: support@helpdesk.test\nSubject: Printer\n\nIt smokes.\n"), Token);
        var second = await desk.DeliverAsync(HarnessMail.Of($"From: ann@example.test\nTo: support@helpdesk.test\nSubject: Re: [#{first.Ticket}]\n\nNo more.\n"), Token);

        Assert.Equal(("ACME-1001", JournalOutcome.Created), (first.Ticket, first.Outcome));
        Assert.Equal(("ACME-1001", JournalOutcome.Appended), (second.Ticket, second.Outcome));
        var ticket = Assert.Single(await desk.Services.GetRequiredService<ITicketStore>().FindAsync(TicketLookup.Of("acme-1001"), Token));
        Assert.Equal("Printer", ticket.Subject);
    }

    private static void Compose(IHelpDeskEmailBuilder mail, AcmeDatabase database)
    {
        #region store-registration
        mail.Services.AddSingleton(database);
        mail.UseTicketStore<AcmeTicketStore>();
        #endregion
    }
}
