using System.Globalization;
using HelpDesk.Email.PostgreSql.Tests.Engines;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;

namespace HelpDesk.Email.PostgreSql.Tests.Processes;

/// <summary>Two engines in two processes on one database and one mailbox: one of them dies, or is stopped for longer than its leases.</summary>
[Trait("Feature", "BE-09")]
public sealed class TakeOverTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helpdesk-takeover-").FullName;
    private readonly StoreSchema _schema;
    private int _mails;

    public TakeOverTests()
    {
        PostgreSqlPrograms.Require();
        _schema = new StoreSchema();
        Directory.CreateDirectory(Path.Combine(_folder, "mail"));
    }

    public void Dispose()
    {
        _schema.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task When_the_one_that_reads_a_mailbox_is_killed_the_other_takes_it_over_and_goes_on()
    {
        using var one = await EngineProcess.StartAsync(_schema.Options, "one", _folder);
        await Eventually.BecomesTrueAsync(() => Holder() == "one", "a lease of the first");
        using var two = await EngineProcess.StartAsync(_schema.Options, "two", _folder);
        Deliver(5);
        await Eventually.BecomesTrueAsync(() => Count("ticket") == 5, "the first tickets");
        Assert.Equal("one", Holder());
        var fence = Fence();

        Deliver(5);
        one.Kill();
        Deliver(5);

        await Eventually.BecomesTrueAsync(() => Holder() == "two", "a lease of the second");
        await Eventually.BecomesTrueAsync(() => Count("ticket") == 15 && Count("journal_queue") == 0, "the other tickets");
        Assert.True(Fence() > fence);
        Assert.Equal(15, Count("journal"));
        Assert.Equal(15, Count("ticket_entry"));
    }

    [Fact]
    public async Task One_that_wakes_after_its_leases_writes_nothing_to_the_mail_store_and_to_the_tickets_its_own_operation_once()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "hold-one"), string.Empty, StoreSchema.Token);
        using var one = await EngineProcess.StartAsync(_schema.Options, "one", _folder);
        Deliver(1);
        await one.SaysAsync("held");
        one.Stop();
        using var two = await EngineProcess.StartAsync(_schema.Options, "two", _folder);
        await two.SaysAsync("applied");
        await Eventually.BecomesTrueAsync(
            () => Count("journal_queue") == 0 && Count("outbox WHERE due IS NOT NULL") == 0 && Count("host_event") == 0 && Holder() == "two", "an end of the work by the second");
        var before = State();

        File.Delete(Path.Combine(_folder, "hold-one"));
        one.Continue();
        await one.SaysAsync("applied");
        await one.SaysAsync("claim lost");

        Assert.Equal(before, State());
        Assert.Equal("two", Holder());
        Assert.Equal((1, 1, 1), (Count("ticket"), Count("ticket_entry"), Count("ticket_operation")));
    }

    private void Deliver(int count)
    {
        for (var i = 0; i < count; i++)
        {
            // Written aside first: a reader sees whole files.
            var path = Path.Combine(_folder, "mail", string.Create(CultureInfo.InvariantCulture, $"{++_mails:0000}.eml"));
            File.WriteAllBytes(path + ".part", TestEngine.MailOf(_mails));
            File.Move(path + ".part", path);
        }
    }

    private string? Holder() => Count("lease WHERE node IS NOT NULL") == 0 ? null : _schema.Scalar<string>("SELECT node FROM lease WHERE name = 'mailbox:support'");

    private long Fence() => _schema.Scalar<long>("SELECT fence FROM lease WHERE name = 'mailbox:support'");

    private long Count(string table) => _schema.Scalar<long>($"SELECT count(*) FROM {table}");

    // Every row of the mail store that says what became of mail, and the tickets.
    private string State() => string.Join('\n', new[] { "journal", "journal_queue", "journal_decision", "journal_result", "journal_trace", "reservation", "message_index", "outbox", "host_event", "ticket", "ticket_entry", "ticket_operation" }
        .Select(table => _schema.Scalar<string>($"SELECT coalesce(string_agg(t::text, ';' ORDER BY t::text), '') FROM {table} t")));
}
