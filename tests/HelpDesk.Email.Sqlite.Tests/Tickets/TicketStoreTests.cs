using System.Security.Cryptography;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tests.Tickets;

public sealed class TicketStoreTests : IDisposable
{
    private static readonly EmailAddress Ann = EmailAddress.Create("ann@example.test", "Ann");
    private static readonly EmailAddress Bob = EmailAddress.Create("bob@example.test");

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Numbers_ascend_from_1000()
    {
        var tickets = _folder.Open().Tickets;

        var first = await tickets.ApplyAsync(NewTicket(), StoreFolder.Token);
        var second = await tickets.ApplyAsync(NewTicket(), StoreFolder.Token);

        Assert.Equal(("1000", "1001"), (first.Ticket!.Number, second.Ticket!.Number));
    }

    [Fact]
    public async Task Numbers_start_where_the_options_say_and_bear_their_prefix()
    {
        var tickets = _folder.Open(_folder.Options with { FirstTicketNumber = 7, TicketNumberPrefix = "HD-" }).Tickets;
        await tickets.ApplyAsync(NewTicket(), StoreFolder.Token);

        Assert.Equal("HD-7", (await tickets.FindAsync(TicketLookup.Of("hd-7"), StoreFolder.Token)).Single().Number);
    }

    [Fact]
    public async Task An_operation_has_one_effect_and_one_result_in_all_processes()
    {
        var change = NewTicket();
        var tickets = _folder.Open().Tickets;
        var others = _folder.Open().Tickets;

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => (i % 2 == 0 ? tickets : others).ApplyAsync(change, StoreFolder.Token).AsTask())));

        Assert.Single(results.Select(result => result.Ticket!.Number).Distinct());
        Assert.Single(await tickets.ListAsync(10, StoreFolder.Token).ToListAsync(StoreFolder.Token));
    }

    [Fact]
    public async Task The_newest_entries_come_alone_and_the_oldest_of_them_first()
    {
        var tickets = _folder.Open().Tickets;
        var number = (await tickets.ApplyAsync(NewTicket(), StoreFolder.Token)).Ticket!.Number;
        for (var i = 1; i <= 5; i++)
        {
            var entry = new NewTicketEntry(Ann, $"Entry {i}") { Attachments = [File($"{i}.bin", [(byte)i])] };
            await tickets.ApplyAsync(new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = number, Entry = entry }, StoreFolder.Token);
        }

        var newest = await tickets.NewestEntriesAsync(number, 2, StoreFolder.Token);

        Assert.Equal([("Entry 4", "4.bin"), ("Entry 5", "5.bin")], newest.Select(entry => (entry.Text, Assert.Single(entry.Attachments).FileName)));
        Assert.Empty(await tickets.NewestEntriesAsync("none", 2, StoreFolder.Token));
    }

    [Fact]
    public async Task A_file_is_stored_octet_for_octet_and_once()
    {
        var stores = _folder.Open();
        var octets = RandomNumberGenerator.GetBytes(3_000_000);
        var change = NewTicket() with { Entry = new NewTicketEntry(Ann, "See files") { Attachments = [File("a.bin", octets), File("b.bin", octets), File("c.txt", [])] } };
        var ticket = (await stores.Tickets.ApplyAsync(change, StoreFolder.Token)).Ticket!;

        var entry = (await _folder.Open().Tickets.EntriesAsync(ticket.Number, StoreFolder.Token).ToListAsync(StoreFolder.Token)).Single();

        Assert.Equal(change.Entry.Attachments, entry.Attachments);
        Assert.Equal([octets, octets, []], entry.Attachments.Select(ReadAll));
        using var connection = _folder.Connect();
        using var count = connection.Prepare("SELECT count(*) FROM content");
        Assert.Equal(2, count.Number());
    }

    [Fact]
    public async Task A_file_that_can_not_be_read_leaves_nothing()
    {
        var stores = _folder.Open();
        var octets = RandomNumberGenerator.GetBytes(3_000_000);
        var broken = File("a.bin", octets) with { Open = () => new BreakingStream(new MemoryStream(octets), after: 2_000_000) };
        var change = NewTicket() with { Entry = new NewTicketEntry(Ann, "See file") { Attachments = [broken] } };

        await Assert.ThrowsAsync<IOException>(() => stores.Tickets.ApplyAsync(change, StoreFolder.Token).AsTask());

        Assert.Empty(await stores.Tickets.ListAsync(10, StoreFolder.Token).ToListAsync(StoreFolder.Token));
        using var connection = _folder.Connect();
        using var count = connection.Prepare("SELECT (SELECT count(*) FROM content) + (SELECT count(*) FROM content_stage) + (SELECT count(*) FROM content_chunk)");
        Assert.Equal(0, count.Number());
        var repaired = change with { Entry = change.Entry with { Attachments = [File("a.bin", octets)] } };
        Assert.Equal(ApplyStatus.Applied, (await stores.Tickets.ApplyAsync(repaired, StoreFolder.Token)).Status);
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_says_is_refused()
    {
        var stores = _folder.Open();
        var lying = File("a.bin", [1, 2, 3]) with { Open = () => new MemoryStream([1, 2, 4]) };
        var change = NewTicket() with { Entry = new NewTicketEntry(Ann, "See file") { Attachments = [lying] } };

        await Assert.ThrowsAsync<InvalidDataException>(() => stores.Tickets.ApplyAsync(change, StoreFolder.Token).AsTask());
    }

    [Fact]
    public async Task People_are_added_once_and_the_requester_is_not_among_them()
    {
        var tickets = _folder.Open().Tickets;
        var made = (await tickets.ApplyAsync(NewTicket() with { AddParticipants = [Ann, Bob], AddSubscribers = [Bob] }, StoreFolder.Token)).Ticket!;

        var changed = await tickets.ApplyAsync(
            new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = made.Number, AddParticipants = [EmailAddress.Create("BOB@example.test")], Status = TicketStatus.Closed },
            StoreFolder.Token);

        Assert.Equal([Bob], changed.Ticket!.Participants);
        Assert.Equal([Bob], changed.Ticket.Subscribers);
        Assert.NotEqual(made.Version, changed.Ticket.Version);
        Assert.Equal(TicketStatus.Closed, changed.Ticket.Status);
    }

    [Fact]
    public async Task Void_operations_are_kept_for_30_days_and_then_forgotten()
    {
        var tickets = _folder.Open().Tickets;
        var operation = Guid.NewGuid();
        await tickets.ApplyAsync(TicketChange.Nothing(operation), StoreFolder.Token);

        _folder.Clock.Advance(TimeSpan.FromDays(30));
        await tickets.ApplyAsync(TicketChange.Nothing(Guid.NewGuid()), StoreFolder.Token);
        Assert.Equal(ApplyStatus.Void, (await tickets.ApplyAsync(NewTicket() with { OperationId = operation }, StoreFolder.Token)).Status);

        _folder.Clock.Advance(TimeSpan.FromDays(2));
        await tickets.ApplyAsync(TicketChange.Nothing(Guid.NewGuid()), StoreFolder.Token);
        using var connection = _folder.Connect();
        using var count = connection.Prepare("SELECT count(*) FROM ticket_operation");
        Assert.Equal(2, count.Number());
    }

    [Fact]
    public async Task Long_listings_come_whole_and_in_order()
    {
        var tickets = _folder.Open().Tickets;
        var made = (await tickets.ApplyAsync(NewTicket(), StoreFolder.Token)).Ticket!;
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => tickets.ApplyAsync(
            new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = made.Number, Entry = new NewTicketEntry(Bob, $"{i}") }, StoreFolder.Token).AsTask()));

        var entries = await tickets.EntriesAsync(made.Number, StoreFolder.Token).ToListAsync(StoreFolder.Token);

        Assert.Equal(Enumerable.Range(0, 120), entries.Select(entry => int.Parse(entry.Text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(1000, int.Parse((await tickets.ListAsync(5, StoreFolder.Token).ToListAsync(StoreFolder.Token)).Single().Number, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static TicketChange NewTicket() => new() { OperationId = Guid.NewGuid(), Subject = "Help", Requester = Ann };

    private static TicketAttachment File(string name, byte[] octets) =>
        new(name, "application/octet-stream", octets.Length, Convert.ToHexStringLower(SHA256.HashData(octets))) { Open = () => new MemoryStream(octets) };

    private static byte[] ReadAll(TicketAttachment file)
    {
        using var stream = file.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private sealed class BreakingStream(Stream source, int after) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => source.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) =>
            source.Position < after ? source.Read(buffer, offset, count) : throw new IOException("broken");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
