using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Documentation.Tests.Extending;

/// <summary>The correlator of docs/extending/correlator.md.</summary>
public sealed class CorrelatorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_orders_number_joins_who_belongs_to_the_ticket_and_nobody_else()
    {
        var orders = new Orders();
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => Compose(mail, orders), Token);
        var first = await desk.DeliverAsync(Mail("ann@example.test", "Where is it?"), Token);
        orders.Tickets["ORD-4711"] = first.Ticket!;

        var second = await desk.DeliverAsync(Mail("ann@example.test", "About ORD-4711, again"), Token);
        var stranger = await desk.DeliverAsync(Mail("eve@elsewhere.test", "ORD-4711"), Token);

        Assert.Equal((JournalOutcome.Appended, first.Ticket), (second.Outcome, second.Ticket));
        Assert.Equal(JournalOutcome.Created, stranger.Outcome);
    }

    private static void Compose(IHelpDeskEmailBuilder mail, IOrders orders)
    {
        mail.Services.AddSingleton(orders);
        #region correlator-registration
        mail.AddCorrelator<OrderNumberCorrelator>();
        #endregion
    }

    private static HarnessMail Mail(string from, string subject) => HarnessMail.Of($"From: {from}\nTo: support@helpdesk.test\nSubject: {subject}\n\nText of {from} about {subject}.\n");

    private sealed class Orders : IOrders
    {
        public Dictionary<string, string> Tickets { get; } = [];

        public ValueTask<string?> FindTicketAsync(string order, CancellationToken cancellationToken) => ValueTask.FromResult(Tickets.GetValueOrDefault(order));
    }
}
