using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Conformance.Octets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>One store on trial, with the words in which the proofs speak.</summary>
internal sealed class TicketTrial : IAsyncDisposable
{
    private readonly TicketStoreFixture _fixture;

    private TicketTrial(TicketStoreFixture fixture, CancellationToken cancellationToken) =>
        (_fixture, Cancellation) = (fixture, cancellationToken);

    public static EmailAddress Ann { get; } = EmailAddress.Create("ann@example.test", "Ann Example");

    public static EmailAddress Bob { get; } = EmailAddress.Create("bob@example.test");

    public ITicketStore Store { get; private set; } = null!;

    public ITicketQueries Queries => Store as ITicketQueries
        ?? throw new NotSupportedException($"'{Store.GetType().Name}' is no {nameof(ITicketQueries)}, so there is nothing for this suite to examine.");

    public CancellationToken Cancellation { get; }

    public TicketDetails Details => _fixture.Details;

    /// <summary>Ends the rule where the store keeps files in memory.</summary>
    public void RequireStreams()
    {
        if (_fixture.HoldsFiles)
        {
            throw new RuleNotApplicableException($"the store keeps files in memory ({nameof(TicketStoreFixture.HoldsFiles)}).");
        }
    }

    public static async Task<TicketTrial> OpenAsync(TicketStoreFixture fixture, CancellationToken cancellationToken)
    {
        var trial = new TicketTrial(fixture, cancellationToken);
        trial.Store = await fixture.OpenAsync(cancellationToken).ConfigureAwait(false);
        return trial;
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    public async Task CrashAsync() => Store = await _fixture.ReopenAsync(Store, Cancellation).ConfigureAwait(false);

    public ValueTask<ITicketStore> OpenSecondAsync() => _fixture.OpenSecondAsync(Store, Cancellation);

    /// <summary>A change that makes a ticket of Ann's with one entry.</summary>
    public static TicketChange Making(params TicketAttachment[] files) => new()
    {
        OperationId = Guid.NewGuid(),
        Subject = "The printer is on fire",
        Requester = Ann,
        Entry = Entry("It burns.", files),
    };

    /// <summary>A change that adds an entry of Bob's.</summary>
    public static TicketChange Appending(string number, params TicketAttachment[] files) => new()
    {
        OperationId = Guid.NewGuid(),
        TicketNumber = number,
        Entry = Entry("It still burns.", files) with { Author = Bob },
    };

    public static NewTicketEntry Entry(string text, params TicketAttachment[] files) => new(Ann, text)
    {
        At = new DateTimeOffset(2026, 3, 5, 12, 30, 15, TimeSpan.Zero),
        MessageId = "<1@example.test>",
        Attachments = files,
    };

    public static TicketAttachment File(GeneratedOctets octets, string name = "scan.pdf", Action<long>? onRead = null) =>
        new(name, "application/pdf", octets.Length, octets.Hash) { Open = () => octets.Open(canSeek: false, onRead) };

    public Task<ApplyResult> ApplyAsync(TicketChange change) => Store.ApplyAsync(change, Cancellation).AsTask();

    /// <summary>Applies a change that must stand, and gives the result, whose ticket is present.</summary>
    public async Task<ApplyResult> AppliedAsync(TicketChange change)
    {
        var result = await ApplyAsync(change).ConfigureAwait(false);
        Expect.Same(ApplyStatus.Applied, result.Status, "The status of the result");
        Expect.Present(result.Ticket, "The ticket in the result of an applied change");
        return result;
    }

    public async Task<TicketSnapshot> MadeAsync() => (await AppliedAsync(Making()).ConfigureAwait(false)).Ticket!;

    public async Task<TicketSnapshot> FindAsync(string number) => Expect.One(
        await Store.FindAsync(TicketLookup.Of(number), Cancellation).ConfigureAwait(false),
        $"Looking for the ticket '{number}'");

    public async Task<IReadOnlyList<TicketEntry>> EntriesAsync(string number)
    {
        var entries = new List<TicketEntry>();
        await foreach (var entry in _fixture.ReadEntriesAsync(Store, number, Cancellation).ConfigureAwait(false))
        {
            entries.Add(entry);
        }

        return entries;
    }

    public async Task ExpectEntriesAsync(string number, int count, string when) =>
        Expect.Same(count, (await EntriesAsync(number).ConfigureAwait(false)).Count, $"The number of entries of the ticket {when}");

    /// <summary>Expects that a ticket still is what it was.</summary>
    public async Task ExpectUntouchedAsync(TicketSnapshot before, int entries, string when)
    {
        Expect.Same(Show(before), Show(await FindAsync(before.Number).ConfigureAwait(false)), $"The ticket {when}");
        await ExpectEntriesAsync(before.Number, entries, when).ConfigureAwait(false);
    }

    /// <summary>Expects two results that can't be told apart.</summary>
    public static void ExpectSame(ApplyResult expected, ApplyResult found, string what) =>
        Expect.Same(expected.ToJson(), found.ToJson(), what);

    public static string Show(TicketSnapshot ticket) => new ApplyResult(ApplyStatus.Applied) { Ticket = ticket }.ToJson();
}
