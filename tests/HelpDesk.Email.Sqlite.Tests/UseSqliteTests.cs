using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Sqlite.Tests;

public sealed class UseSqliteTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly Builder _builder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_call_registers_every_store_over_one_file()
    {
        _builder.UseSqlite($"Data Source={_folder.DatabasePath}").UseSqlite($"Data Source={_folder.DatabasePath}");
        using var services = _builder.Services.BuildServiceProvider();

        Assert.True(services.GetServices<IMailStore>().Single().IsDurable);
        Assert.Same(services.GetServices<ITicketStore>().Single(), services.GetServices<ITicketQueries>().Single());
        Assert.Single(services.GetServices<IContactDirectory>());
        await services.GetServices<IKeyRing>().Single().GetAsync(StoreFolder.Token);
        Assert.True(File.Exists(_folder.DatabasePath));
    }

    [Fact]
    public async Task Closing_the_host_folds_the_log_into_the_file()
    {
        _builder.UseSqlite($"Data Source={_folder.DatabasePath}");
        await using (var services = _builder.Services.BuildServiceProvider())
        {
            await services.GetRequiredService<IKeyRing>().GetAsync(StoreFolder.Token);
            Assert.True(File.Exists($"{_folder.DatabasePath}-wal"));
        }

        Assert.False(File.Exists($"{_folder.DatabasePath}-wal"));
    }

    [Fact]
    public void The_last_call_wins()
    {
        _builder.UseSqlite(new SqliteOptions { ConnectionString = "Data Source=/nowhere/one.db" }).UseSqlite($"Data Source={_folder.DatabasePath}").UseTicketStore<OwnTickets>();
        using var services = _builder.Services.BuildServiceProvider();

        Assert.IsType<OwnTickets>(services.GetRequiredService<ITicketStore>());
        Assert.NotNull(services.GetRequiredService<IMailStore>());
    }

    [Fact]
    public async Task The_clock_of_the_host_is_the_clock_of_the_store()
    {
        _builder.Services.AddSingleton<TimeProvider>(_folder.Clock);
        _builder.UseSqlite($"Data Source={_folder.DatabasePath}");
        using var services = _builder.Services.BuildServiceProvider();
        var tickets = services.GetRequiredService<ITicketStore>();

        var made = await tickets.ApplyAsync(new TicketChange { OperationId = Guid.NewGuid(), Requester = EmailAddress.Create("a@b") }, StoreFolder.Token);

        Assert.Equal(_folder.Clock.GetUtcNow(), made.Ticket!.Created);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("")]
    [InlineData("Data Source=x.db;Mode=Memory")]
    [InlineData("Data Source=x.db;Mode=ReadOnly")]
    [InlineData("Data Source=file:x.db")]
    [InlineData("Colour=red")]
    public void A_connection_string_without_a_file_is_refused_with_what_to_write(string connectionString)
    {
        var refusal = Assert.Throws<HelpDeskConfigurationException>(() => _builder.UseSqlite(connectionString));

        Assert.Contains("Data Source=helpdesk.db", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        var options = _folder.Options;

        Assert.Contains("FirstTicketNumber", Refusal(options with { FirstTicketNumber = 0 }), StringComparison.Ordinal);
        Assert.Contains("BusyTimeout", Refusal(options with { BusyTimeout = TimeSpan.FromHours(1) }), StringComparison.Ordinal);
        Assert.Contains("TicketNumberPrefix", Refusal(options with { TicketNumberPrefix = "HD " }), StringComparison.Ordinal);
    }

    private string Refusal(SqliteOptions options) => Assert.Throws<HelpDeskConfigurationException>(() => _builder.UseSqlite(options)).Message;

    private sealed class Builder : IHelpDeskEmailBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public InboundPipeline Pipeline => throw new NotSupportedException();
    }

    private sealed class OwnTickets : ITicketStore
    {
        public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
