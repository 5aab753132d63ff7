using HelpDesk.Email.Testing.Conformance.Mail;
using HelpDesk.Email.Testing.Conformance.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>Conversations on trial, one for each place at which a process may die.</summary>
internal sealed class DeskTrial(Func<TicketStoreFixture> tickets, Func<MailStoreFixture> mails, CancellationToken cancellationToken) : IAsyncDisposable
{
    // Stores that were opened again and again grow slow, or their names long.
    private const int MostDeaths = 8;

    private DeskWorld? _world;
    private string? _usual;
    private int _conversations;

    /// <summary>Lets a process die at every place of one part of a conversation in turn; another one takes over.</summary>
    /// <param name="part">The part.</param>
    /// <param name="arm">Says where to die: at which of the places that are counted.</param>
    /// <returns>How many places there are.</returns>
    public Task<int> DieEverywhereAsync(int part, Action<Death, int> arm) => EverywhereAsync(part, arm, DieAsync);

    /// <summary>Stops a process at every place of one part of a conversation in turn until another one has done its work, and lets it go on then.</summary>
    /// <param name="part">The part.</param>
    /// <returns>How many places there are.</returns>
    public Task<int> PauseEverywhereAsync(int part) => EverywhereAsync(part, (death, ordinal) => death.ArmPlace(ordinal), PauseAsync);

    public async ValueTask DisposeAsync()
    {
        if (_world is not null)
        {
            await _world.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<int> EverywhereAsync(int part, Action<Death, int> arm, Func<Conversation, Desk, Task, int, Task> endAsync)
    {
        var places = 0;
        while (true)
        {
            var world = await WorldAsync().ConfigureAwait(false);
            world.Made.Clear();
            var conversation = new Conversation(++_conversations, world);
            var desk = await world.StartAsync(cancellationToken).ConfigureAwait(false);
            await using (desk.ConfigureAwait(false))
            {
                for (var before = 0; before < part; before++)
                {
                    await conversation.DoAsync(desk, before, cancellationToken).ConfigureAwait(false);
                }

                arm(desk.Death, places + 1);
                var work = Task.Run(() => conversation.DoAsync(desk, part, cancellationToken), cancellationToken);
                await Task.WhenAny(work, desk.Death.Came).ConfigureAwait(false);
                if (!desk.Death.Came.IsCompleted)
                {
                    await work.ConfigureAwait(false);
                    desk.Death.Disarm();
                    await FinishAsync(conversation, desk, part + 1).ConfigureAwait(false);
                    await ExpectUsualAsync(conversation, "without a crash").ConfigureAwait(false);
                    return places;
                }

                places++;
                try
                {
                    await endAsync(conversation, desk, work, part).ConfigureAwait(false);
                }
                finally
                {
                    desk.Death.Release(goesOn: false);
                    await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }
    }

    private async Task DieAsync(Conversation conversation, Desk dead, Task work, int part)
    {
        await _world!.CrashAsync(cancellationToken).ConfigureAwait(false);
        var next = await _world.StartAsync(cancellationToken).ConfigureAwait(false);
        await using (next.ConfigureAwait(false))
        {
            await FinishAsync(conversation, next, part).ConfigureAwait(false);
        }

        await ExpectUsualAsync(conversation, $"after a crash at {dead.Death.Place}").ConfigureAwait(false);
    }

    private async Task PauseAsync(Conversation conversation, Desk paused, Task work, int part)
    {
        var next = await _world!.StartSecondAsync(cancellationToken).ConfigureAwait(false);
        await using (next.ConfigureAwait(false))
        {
            await _world.PassAsync(Desk.Lease + TimeSpan.FromMilliseconds(100), cancellationToken).ConfigureAwait(false);
            await FinishAsync(conversation, next, part).ConfigureAwait(false);
        }

        await ExpectUsualAsync(conversation, $"while a worker stood still at {paused.Death.Place}").ConfigureAwait(false);
        paused.Death.Release(goesOn: true);
        await work.ConfigureAwait(false);
        await ExpectUsualAsync(conversation, $"after a worker went on that had stood still at {paused.Death.Place}").ConfigureAwait(false);
    }

    private async Task FinishAsync(Conversation conversation, Desk desk, int part)
    {
        for (; part < Conversation.Parts; part++)
        {
            await conversation.DoAsync(desk, part, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ExpectUsualAsync(Conversation conversation, string when) =>
        Expect.Same(_usual!, await DeskPicture.TakeAsync(_world!, conversation, cancellationToken).ConfigureAwait(false), $"What the conversation left {when}");

    private async Task<DeskWorld> WorldAsync()
    {
        if (_world is { Deaths: >= MostDeaths })
        {
            await _world.DisposeAsync().ConfigureAwait(false);
            _world = null;
        }

        if (_world is not null)
        {
            return _world;
        }

        _world = await DeskWorld.OpenAsync(tickets(), mails(), cancellationToken).ConfigureAwait(false);
        if (_usual is null)
        {
            var conversation = new Conversation(++_conversations, _world);
            var desk = await _world.StartAsync(cancellationToken).ConfigureAwait(false);
            await using (desk.ConfigureAwait(false))
            {
                await FinishAsync(conversation, desk, 0).ConfigureAwait(false);
            }

            _usual = await DeskPicture.TakeAsync(_world, conversation, cancellationToken).ConfigureAwait(false);
        }

        return _world;
    }
}
