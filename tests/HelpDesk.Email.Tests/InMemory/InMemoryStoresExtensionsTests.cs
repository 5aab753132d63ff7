using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.InMemory;

public sealed class InMemoryStoresExtensionsTests
{
    private readonly Builder _builder = new();

    [Fact]
    public async Task Every_store_is_in_memory_and_there_is_one_of_each()
    {
        _builder.UseInMemoryStores().UseInMemoryStores();
        await using var services = _builder.Services.BuildServiceProvider();
        Assert.Same(services.GetRequiredService<InMemoryMailStore>(), Assert.Single(services.GetServices<IMailStore>()));
        Assert.Same(services.GetRequiredService<InMemoryTicketStore>(), Assert.Single(services.GetServices<ITicketStore>()));
        Assert.Same(services.GetRequiredService<InMemoryTicketStore>(), Assert.Single(services.GetServices<ITicketQueries>()));
        Assert.Same(services.GetRequiredService<InMemoryContactDirectory>(), Assert.Single(services.GetServices<IContactDirectory>()));
        Assert.Same(services.GetRequiredService<InMemoryKeyRing>(), Assert.Single(services.GetServices<IKeyRing>()));
    }

    [Fact]
    public async Task They_take_the_place_of_what_was_chosen_before()
    {
        _builder.Services.AddSingleton<IContactDirectory>(_ => throw new InvalidOperationException("Not chosen any more."));
        _builder.UseInMemoryStores();
        await using var services = _builder.Services.BuildServiceProvider();
        Assert.IsType<InMemoryContactDirectory>(services.GetRequiredService<IContactDirectory>());
    }

    [Fact]
    public async Task A_store_that_was_registered_before_is_used_as_it_is()
    {
        using var own = new InMemoryTicketStore(TimeProvider.System, new InMemoryTicketStoreOptions { NumberPrefix = "HD-" });
        _builder.Services.AddSingleton(own);
        _builder.UseInMemoryStores();
        await using var services = _builder.Services.BuildServiceProvider();
        Assert.Same(own, services.GetRequiredService<ITicketStore>());
    }

    [Fact]
    public async Task They_run_on_the_registered_clock()
    {
        var clock = Noon.Clock();
        _builder.Services.AddSingleton<TimeProvider>(clock);
        _builder.UseInMemoryStores();
        await using var services = _builder.Services.BuildServiceProvider();
        var result = await services.GetRequiredService<ITicketStore>().ApplyAsync(
            new TicketChange { OperationId = Guid.NewGuid(), Requester = Messages.EmailAddress.Create("ann@example.test") },
            TestContext.Current.CancellationToken);
        Assert.Equal(clock.GetUtcNow(), result.Ticket!.Created);
    }

    private sealed class Builder : IHelpDeskEmailBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public InboundPipeline Pipeline { get; } = new();
    }
}
