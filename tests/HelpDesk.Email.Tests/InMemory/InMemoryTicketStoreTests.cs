using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Time;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.InMemory;

public sealed class InMemoryTicketStoreTests : IDisposable
{
    private static readonly EmailAddress Ann = EmailAddress.Create("ann@example.test");

    private readonly ManualTimeProvider _clock = Noon.Clock();
    private readonly InMemoryTicketStore _store;

    public InMemoryTicketStoreTests() => _store = new InMemoryTicketStore(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Tickets_are_numbered_from_1000_on()
    {
        Assert.Equal("1000", (await MakeAsync(_store)).Number);
        Assert.Equal("1001", (await MakeAsync(_store)).Number);
    }

    [Fact]
    public async Task The_first_number_and_what_stands_before_it_can_be_chosen()
    {
        using var store = new InMemoryTicketStore(_clock, new InMemoryTicketStoreOptions { FirstNumber = 7, NumberPrefix = "HD-" });
        Assert.Equal("HD-7", (await MakeAsync(store)).Number);
        Assert.Equal("HD-8", (await MakeAsync(store)).Number);
    }

    [Fact]
    public async Task A_number_that_was_put_in_is_not_given_again()
    {
        _store.Add(Ticket("1000"));
        Assert.Equal("1001", (await MakeAsync(_store)).Number);
    }

    [Fact]
    public async Task A_ticket_that_was_put_in_is_found_with_its_entries_and_changed_like_any_other()
    {
        var entry = new TicketEntry("first", Ann, "It burns.", _clock.GetUtcNow());
        _store.Add(Ticket("HD-5") with { IsLocked = true }, entry);

        var found = Assert.Single(await _store.FindAsync(TicketLookup.Of("hd-5"), Cancellation));
        Assert.True(found.IsLocked);
        var result = await _store.ApplyAsync(
            new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = "HD-5", ExpectedVersion = found.Version, Status = TicketStatus.Closed }, Cancellation);
        Assert.Equal(ApplyStatus.Applied, result.Status);
        Assert.Equal([entry], await _store.EntriesAsync("HD-5", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public void A_number_can_be_put_in_once()
    {
        _store.Add(Ticket("HD-5"));
        Assert.Throws<ArgumentException>(() => _store.Add(Ticket("hd-5")));
    }

    [Fact]
    public async Task What_the_host_changes_has_another_version()
    {
        var made = await MakeAsync(_store);
        var locked = _store.Change(made.Number, ticket => ticket with { IsLocked = true });
        Assert.True(locked.IsLocked);
        var late = new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = made.Number, ExpectedVersion = made.Version };
        Assert.Equal(ApplyStatus.Conflict, (await _store.ApplyAsync(late, Cancellation)).Status);
    }

    [Fact]
    public async Task A_version_that_was_put_in_never_comes_back()
    {
        _store.Add(Ticket("HD-5") with { Version = "3" });
        var versions = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            versions.Add(_store.Change("HD-5", ticket => ticket with { IsLocked = !ticket.IsLocked }).Version);
        }

        Assert.DoesNotContain("3", versions);
        Assert.Equal(versions.Count, versions.Distinct().Count());
        Assert.Equal(versions[^1], (await _store.FindAsync(TicketLookup.Of("HD-5"), Cancellation))[0].Version);
    }

    [Fact]
    public async Task The_host_changes_only_tickets_there_are_and_never_their_numbers()
    {
        var made = await MakeAsync(_store);
        Assert.Throws<ArgumentException>(() => _store.Change("1999", ticket => ticket));
        Assert.Throws<ArgumentException>(() => _store.Change(made.Number, ticket => ticket with { Number = "1999" }));
    }

    [Fact]
    public async Task Tickets_are_listed_the_youngest_first()
    {
        for (var i = 0; i < 3; i++)
        {
            await MakeAsync(_store);
        }

        var listed = await _store.ListAsync(2, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(["1002", "1001"], listed.Select(ticket => ticket.Number));
    }

    [Fact]
    public async Task A_ticket_is_made_on_the_stores_clock_with_its_department()
    {
        _clock.Advance(TimeSpan.FromHours(1));
        var made = await MakeAsync(_store);
        Assert.Equal(_clock.GetUtcNow(), made.Created);
        Assert.Equal("Sales", made.Department);
    }

    [Fact]
    public async Task The_requester_is_no_participant_besides()
    {
        var result = await _store.ApplyAsync(Making() with { AddParticipants = [Ann, EmailAddress.Create("bob@example.test")] }, Cancellation);
        Assert.Equal(["bob@example.test"], result.Ticket!.Participants.Select(person => person.Address));
    }

    [Fact]
    public async Task A_ticket_without_a_requester_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _store.ApplyAsync(Making() with { Requester = null }, Cancellation).AsTask());

    private static TicketSnapshot Ticket(string number) => new(number, "The printer is on fire", TicketStatus.Open, Ann);

    private static TicketChange Making() =>
        new() { OperationId = Guid.NewGuid(), Subject = "The printer is on fire", Requester = Ann, Department = "Sales" };

    private static async Task<TicketSnapshot> MakeAsync(InMemoryTicketStore store) => (await store.ApplyAsync(Making(), Cancellation)).Ticket!;
}
