using HelpDesk.Email.Erasure;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Documentation.Tests.Operations;

/// <summary>The code of docs/guides/erasure.md.</summary>
[Trait("Feature", "BE-11")]
public sealed class ErasureGuideTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_erased_from_the_stores_and_the_tables_of_the_host()
    {
        var tables = new AcmeTables();
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => Compose(mail, tables), Token);
        var ticket = (await desk.DeliverAsync(HarnessMail.Of("From: Ann <ann@example.test>\nTo: support@helpdesk.test\nSubject: Help\n\nPlease.\n"), Token)).Ticket!;
        tables.Notes.AddRange([new(ticket, "tina@helpdesk.test", "Ann likes tea."), new("9999", "ann@example.test", "I like tea."), new("9999", "bob@example.test", "So do I.")]);

        var result = await EraseAsync(desk.Services, Token);

        Assert.Equal(1, result.Counts.Tickets);
        Assert.True(result.Counts.Others >= 2, result.Counts.ToString());
        Assert.Equal("bob@example.test", Assert.Single(tables.Notes).Address);
        Assert.True((await desk.Tickets.FindAsync(TicketLookup.Of(ticket), Token))[0].IsLocked);
    }

    private static async Task<ErasureResult> EraseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        #region erase-person
        var erasure = services.GetRequiredService<IPersonErasure>();
        var result = await erasure.EraseAsync([EmailAddress.Create("ann@example.test")], "asked for on paper, case 17", cancellationToken);
        #endregion
        return result;
    }

    private static void Compose(IHelpDeskEmailBuilder mail, AcmeTables tables)
    {
        mail.Services.AddSingleton(tables);
        #region person-eraser-registration
        mail.Services.AddSingleton<IPersonEraser, AcmeEraser>();
        #endregion
    }
}
