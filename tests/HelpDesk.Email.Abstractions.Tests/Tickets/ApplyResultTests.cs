using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Abstractions.Tests.Tickets;

public sealed class ApplyResultTests
{
    [Fact]
    public void A_recorded_result_is_read_back_as_it_was()
    {
        var ticket = new TicketSnapshot("1000", "Drucker brennt \"sehr\" \u2028", TicketStatus.Pending, EmailAddress.Create("ann@example.test", "Ann, Ex \"ample\""))
        {
            Version = "7",
            Department = "Support",
            Participants = [EmailAddress.Create("tom@example.test"), EmailAddress.Create("eve@example.test", "Eve")],
            Subscribers = [EmailAddress.Create("bob@example.test")],
            Assignee = EmailAddress.Create("tom@example.test", "Tom"),
            IsLocked = true,
            MergedInto = "999",
            Created = new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(1)),
            Category = "Hardware",
            Type = "Incident",
            Priority = "high",
            Fields = new Dictionary<string, string> { ["asset"] = "P-7" },
        };
        var result = new ApplyResult(ApplyStatus.Applied) { Ticket = ticket, Created = true, Reopened = true, EntryId = "e-1" };
        var read = ApplyResult.FromJson(result.ToJson());

        Assert.Equal(result with { Ticket = null }, read with { Ticket = null });
        Assert.Equal(ticket with { Participants = [], Subscribers = [], Fields = read.Ticket!.Fields }, read.Ticket with { Participants = [], Subscribers = [] });
        Assert.Equal(ticket.Fields, read.Ticket.Fields);
        Assert.Equal(ticket.Participants, read.Ticket.Participants);
        Assert.Equal(ticket.Subscribers, read.Ticket.Subscribers);
        Assert.Equal(ticket.Requester.Name, read.Ticket.Requester.Name);
        Assert.Equal(ticket.Participants.Select(person => person.Name), read.Ticket.Participants.Select(person => person.Name));
        Assert.Equal(ticket.Created.Offset, read.Ticket.Created.Offset);
        Assert.Equal(result.ToJson(), read.ToJson());
    }

    [Fact]
    public void The_least_result_is_read_back_too()
    {
        Assert.Equal(ApplyResult.Void, ApplyResult.FromJson(ApplyResult.Void.ToJson()));
        Assert.Equal(ApplyResult.Conflict, ApplyResult.FromJson(ApplyResult.Conflict.ToJson()));
        var ticket = new TicketSnapshot("1", "s", TicketStatus.New, EmailAddress.Create("a@b"));
        var read = ApplyResult.FromJson(new ApplyResult(ApplyStatus.Applied) { Ticket = ticket }.ToJson()).Ticket!;
        Assert.Empty(read.Participants);
        Assert.Null(read.Assignee);
        Assert.Equal(string.Empty, read.Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"status\":\"eaten\"}")]
    [InlineData("{\"status\":\"applied\",\"ticket\":{\"number\":\"1\",\"subject\":\"s\",\"status\":\"new\",\"requester\":{\"address\":\"nobody\"}}}")]
    [InlineData("{\"status\":\"applied\",\"ticket\":{\"number\":\"1\",\"subject\":\"s\",\"status\":\"new\",\"requester\":\"a@b\"}}")]
    public void Anything_else_is_no_result(string text) => Assert.Throws<FormatException>(() => ApplyResult.FromJson(text));

    [Fact]
    public void What_a_later_version_may_add_is_passed_over() =>
        Assert.Equal(ApplyStatus.Void, ApplyResult.FromJson("{\"status\":\"Void\",\"color\":{\"deep\":[1,2]}}").Status);

    [Fact]
    public void A_ticket_knows_the_people_that_belong_to_it()
    {
        var ticket = new TicketSnapshot("1", "s", TicketStatus.New, EmailAddress.Create("ann@example.test"))
        {
            Participants = [EmailAddress.Create("p@example.test")],
            Subscribers = [EmailAddress.Create("s@example.test")],
            Assignee = EmailAddress.Create("t@example.test"),
        };
        Assert.All(["ANN@example.test", "p@example.test", "s@example.test", "t@example.test"], address => Assert.True(ticket.Knows(EmailAddress.Create(address))));
        Assert.False(ticket.Knows(EmailAddress.Create("eve@example.test")));
        Assert.False((ticket with { Assignee = null }).Knows(EmailAddress.Create("t@example.test")));
    }
}
