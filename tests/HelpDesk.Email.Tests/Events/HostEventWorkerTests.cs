using HelpDesk.Email.Events;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets.Events;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Events;

/// <summary>In what order handlers are told, and the ends of events are written.</summary>
public sealed class HostEventWorkerTests : IAsyncDisposable
{
    private readonly EventsInHand _events = new();
    private readonly Told _told = new();
    private readonly ServiceProvider _services;

    public HostEventWorkerTests()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<ITicketEventHandler<TicketCreated>>(_told);
        services.AddHelpDeskEmail(new ConfigurationBuilder().Build().GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores());
        _services = services.BuildServiceProvider();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task An_event_is_told_while_the_end_of_another_tickets_is_written_and_after_that_of_its_own()
    {
        var first = _events.Add("1000", "first");
        var other = _events.Add("1001", "other");
        var second = _events.Add("1000", "second");

        var round = RunAsync();
        Assert.Equal(["first", "other"], _told.Subjects);
        Assert.Equal(["first", "other"], _events.Ended);

        first.SetResult(true);
        second.SetResult(true);
        await _told.ThirdAsync();
        Assert.Equal(["first", "other", "second"], _told.Subjects);
        Assert.False(round.IsCompleted);

        other.SetResult(true);
        Assert.Equal(3, await round);
    }

    [Fact]
    public async Task Nothing_more_is_told_once_the_store_is_away()
    {
        _events.Add("1000", "first").SetException(new StoreUnavailableException("away"));
        _events.Add("1001", "other").SetResult(true);

        await Assert.ThrowsAsync<StoreUnavailableException>(RunAsync);

        Assert.Equal(["first"], _told.Subjects);
    }

    private Task<int> RunAsync() => ActivatorUtilities.CreateInstance<HostEventWorker>(_services, _events).RunBatchAsync("node", Token);

    private sealed class Told : ITicketEventHandler<TicketCreated>
    {
        private readonly TaskCompletionSource _third = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Subjects { get; } = [];

        public Task ThirdAsync() => _third.Task.WaitAsync(Token);

        public Task HandleAsync(TicketCreated ticketEvent, CancellationToken cancellationToken)
        {
            Subjects.Add(ticketEvent.Ticket.Subject);
            if (Subjects.Count == 3)
            {
                _third.SetResult();
            }

            return Task.CompletedTask;
        }
    }
}
