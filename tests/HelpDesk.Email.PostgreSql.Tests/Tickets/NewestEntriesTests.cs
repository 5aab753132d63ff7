using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tests.Tickets;

public sealed class NewestEntriesTests
{
    [Fact]
    public async Task The_newest_entries_come_alone_and_the_oldest_of_them_first()
    {
        PostgreSqlPrograms.Require();
        using var schema = new StoreSchema();
        var tickets = schema.Open(schema.Options).Tickets;
        var ann = EmailAddress.Create("ann@example.test");
        var number = (await tickets.ApplyAsync(new TicketChange { OperationId = Guid.NewGuid(), Subject = "Printer", Requester = ann, Entry = new NewTicketEntry(ann, "Entry 0") }, StoreSchema.Token)).Ticket!.Number;
        for (var i = 1; i <= 5; i++)
        {
            await tickets.ApplyAsync(new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = number, Entry = new NewTicketEntry(ann, $"Entry {i}") }, StoreSchema.Token);
        }

        Assert.Equal(["Entry 4", "Entry 5"], (await tickets.NewestEntriesAsync(number, 2, StoreSchema.Token)).Select(entry => entry.Text));
        Assert.Empty(await tickets.NewestEntriesAsync("none", 2, StoreSchema.Token));
    }
}
