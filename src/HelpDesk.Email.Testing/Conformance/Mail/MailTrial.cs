using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Octets;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>One mail store on trial, with the words in which the proofs speak.</summary>
internal sealed class MailTrial : IAsyncDisposable
{
    /// <summary>The mailbox of rows, where no other is named.</summary>
    public const string Mailbox = "support";

    private readonly MailStoreFixture _fixture;
    private readonly List<MailWorker> _workers = [];
    private IMailStore? _second;
    private int _rows;

    private MailTrial(MailStoreFixture fixture, CancellationToken cancellationToken) =>
        (_fixture, Cancellation) = (fixture, cancellationToken);

    /// <summary>How long claims last.</summary>
    public static TimeSpan LeaseTime { get; } = TimeSpan.FromSeconds(20);

    public CancellationToken Cancellation { get; }

    public IMailStore Store { get; private set; } = null!;

    /// <summary>The process that does most of the work.</summary>
    public MailWorker One { get; private set; } = null!;

    /// <summary>Now on the store's clock, to the millisecond.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(_fixture.Clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>A time that is over on any clock that nearly agrees.</summary>
    public DateTimeOffset Past => Now.AddMinutes(-1);

    public static async Task<MailTrial> OpenAsync(MailStoreFixture fixture, CancellationToken cancellationToken)
    {
        var trial = new MailTrial(fixture, cancellationToken);
        trial.Store = await fixture.OpenAsync(cancellationToken).ConfigureAwait(false);
        trial.One = await trial.JoinAsync(trial.Store, "one").ConfigureAwait(false);
        return trial;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.LeaveAsync().ConfigureAwait(false);
        }

        await _fixture.DisposeAsync().ConfigureAwait(false);
    }

    public Task PassAsync(TimeSpan time) => _fixture.AdvanceAsync(time, Cancellation);

    /// <summary>Sets the store's clock; rules that need it do not apply where it can't be set.</summary>
    public Task JumpAsync(TimeSpan by) => _fixture.CanJump
        ? _fixture.JumpAsync(by, Cancellation)
        : throw new RuleNotApplicableException($"the store's clock can't be set ({nameof(MailStoreFixture.CanJump)}).");

    /// <summary>Ends the rule where the store keeps octets in memory.</summary>
    public void RequireStreams()
    {
        if (_fixture.HoldsOctets)
        {
            throw new RuleNotApplicableException($"the store keeps octets in memory ({nameof(MailStoreFixture.HoldsOctets)}).");
        }
    }

    /// <summary>Lets every lease end that is not renewed.</summary>
    public Task EndLeasesAsync() => PassAsync(LeaseTime + TimeSpan.FromMilliseconds(100));

    /// <summary>Another process joins.</summary>
    public async Task<MailWorker> JoinSecondAsync(string name = "two")
    {
        _second ??= await _fixture.OpenSecondAsync(Store, Cancellation).ConfigureAwait(false);
        return await JoinAsync(_second, name).ConfigureAwait(false);
    }

    /// <summary>All processes die; a new one that has nothing to do with them joins, to look.</summary>
    public async Task<MailWorker> CrashAsync()
    {
        _workers.Clear();
        Store = await _fixture.ReopenAsync(Store, Cancellation).ConfigureAwait(false);
        _second = null;
        return await JoinAsync(Store, "observer").ConfigureAwait(false);
    }

    /// <summary>After a crash, the process that does most of the work is back under its name.</summary>
    public async Task RestartAsync()
    {
        One = await JoinAsync(Store, "one").ConfigureAwait(false);
        Expect.Same("one", One.Node, "The name of the process that came back");
    }

    /// <summary>A new row, unlike any other; its receipt is its ordinal number where none is given.</summary>
    public NewJournalEntry Row(string? receipt = null, GeneratedOctets? octets = null)
    {
        var ordinal = Interlocked.Increment(ref _rows);
        octets ??= new GeneratedOctets(1_000 + ordinal, 600 + ordinal);
        return new NewJournalEntry(Mailbox, receipt ?? $"uid:{ordinal}", new GeneratedContent(octets), new MailFacts($"<{ordinal}@sender.example>"))
        {
            OperationId = Guid.NewGuid(),
            ReceivedAt = Now,
        };
    }

    public Task<IReadOnlyList<AppendResult>> AppendAsync(params NewJournalEntry[] rows) =>
        Store.Journal.AppendAsync(rows, Cancellation).AsTask();

    /// <summary>Appends one row that must be new, and gives its id.</summary>
    public async Task<long> AddAsync(NewJournalEntry? row = null)
    {
        var result = Expect.One(await AppendAsync(row ?? Row()).ConfigureAwait(false), "Appending one row");
        Expect.Same(AppendStatus.Added, result.Status, "The status of an appended row");
        return result.Id;
    }

    public async Task<long[]> AddAsync(int count)
    {
        NewJournalEntry[] rows = [.. Enumerable.Range(0, count).Select(_ => Row())];
        return [.. (await AppendAsync(rows).ConfigureAwait(false)).Select(result => result.Id)];
    }

    /// <summary>Appends a row and claims it; there must be no other that is ready.</summary>
    public async Task<JournalClaim> AddAndClaimAsync()
    {
        await AddAsync().ConfigureAwait(false);
        return await One.ClaimOneAsync().ConfigureAwait(false);
    }

    /// <summary>Appends a row, claims it and commits a decision.</summary>
    public async Task<JournalClaim> AddAndDecideAsync(params string[] reservations)
    {
        var claim = await AddAndClaimAsync().ConfigureAwait(false);
        await One.CommitAsync(claim, Decision(reservations)).ConfigureAwait(false);
        return claim;
    }

    /// <summary>Appends a row and finishes it.</summary>
    public async Task<long> AddAndFinishAsync(FinishCommit commit)
    {
        var claim = await AddAndClaimAsync().ConfigureAwait(false);
        await One.CommitAsync(claim, commit).ConfigureAwait(false);
        return claim.Entry.Id;
    }

    public static DecisionCommit Decision(params string[] reservations) => new("{\"decided\":1}", "decided", reservations);

    public static FinishCommit Finish(JournalOutcome outcome = JournalOutcome.Created) => new(outcome, "finished") { Ticket = "1000" };

    public NewOutboxEntry Mail(params ThrottleLimit[] limits)
    {
        var ordinal = Interlocked.Increment(ref _rows);
        var octets = new GeneratedOctets(1_000 + ordinal, 400 + ordinal);
        return new NewOutboxEntry($"<{ordinal}@helpdesk.example>", ["ann@example.test"], new GeneratedContent(octets))
        {
            Ticket = "1000",
            NotBefore = Past,
            Throttle = limits,
        };
    }

    public async Task<JournalEntry> EntryAsync(long id) => Expect.One(
        await Store.Journal.FindAsync(new JournalQuery { Id = id }, Cancellation).ConfigureAwait(false), $"Looking for the row {id}");

    public Task<IReadOnlyList<JournalEntry>> FindAsync(JournalQuery query) => Store.Journal.FindAsync(query, Cancellation).AsTask();

    /// <summary>The mails that follow from a row, the oldest first.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> MailsAsync(long journalId) =>
        [.. (await FindAsync(new OutboxQuery { JournalId = journalId }).ConfigureAwait(false)).Reverse()];

    public Task<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query) => Store.Outbox.FindAsync(query, Cancellation).AsTask();

    public async Task<OutboxEntry> MailAsync(long id) =>
        Expect.One(await FindAsync(new OutboxQuery { Id = id }).ConfigureAwait(false), $"Looking for the mail {id}");

    /// <summary>Expects that a commit is refused and the row stays as it is.</summary>
    public async Task ExpectRefusedAsync(JournalClaim claim, JournalCommit commit, string when)
    {
        var before = await EntryAsync(claim.Entry.Id).ConfigureAwait(false);
        var result = await One.TryCommitAsync(claim, commit).ConfigureAwait(false);
        Expect.Same(CommitStatus.ClaimLost, result.Status, $"The status of a {commit.GetType().Name} {when}");
        var after = await EntryAsync(claim.Entry.Id).ConfigureAwait(false);
        Expect.Same(Shown.Of(before), Shown.Of(after), $"The row after a refused {commit.GetType().Name} {when}");
    }

    private async Task<MailWorker> JoinAsync(IMailStore store, string name)
    {
        var worker = new MailWorker(store, await store.JoinAsync(name, Cancellation).ConfigureAwait(false), Cancellation);
        _workers.Add(worker);
        return worker;
    }
}
