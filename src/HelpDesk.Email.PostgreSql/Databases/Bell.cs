using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Databases;

/// <summary>Tells the other processes that there are new rows: a wake-up alone, for they look all the same from time to time. Safe on any thread.</summary>
/// <remarks>
/// The server writes the words of all transactions one after the other and wakes every listener for each. So a process rings within
/// a transaction once in a while, and for all that it writes meanwhile once more at the end of that while.
/// </remarks>
internal sealed class Bell(Database database)
{
    private static readonly TimeSpan While = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly string _own = Guid.NewGuid().ToString("N");
    private long? _rangAt;
    private StoreNews _owed;
    private int _paying;

    /// <summary>The channel of the schema, which is a name without escapes.</summary>
    public string Channel => $"helpdesk_{database.Place.Schema}";

    /// <summary>Whether news is still to be told, or just being told.</summary>
    public bool IsOwing => Volatile.Read(ref _paying) > 0;

    /// <summary>Rings for rows that are about to be written.</summary>
    public Ring For(StoreNews news)
    {
        lock (_gate)
        {
            if (news == StoreNews.None || Left() > TimeSpan.Zero)
            {
                return new Ring(this, news, []);
            }

            _rangAt = TimeProvider.System.GetTimestamp();
            return new Ring(this, StoreNews.None, [Say(news)]);
        }
    }

    /// <summary>Reads what was heard on the channel.</summary>
    /// <returns>What another process wrote; <see cref="StoreNews.None"/> where it was this one.</returns>
    public StoreNews Read(string payload) =>
        payload.Split(' ') is [var news, var from] && from != _own && int.TryParse(news, CultureInfo.InvariantCulture, out var number)
            ? (StoreNews)number & StoreNews.All
            : StoreNews.None;

    /// <summary>Rings soon for what was committed.</summary>
    private void Owe(StoreNews news)
    {
        lock (_gate)
        {
            var isFirst = _owed == StoreNews.None && news != StoreNews.None;
            _owed |= news;
            if (isFirst)
            {
                Interlocked.Increment(ref _paying);
                _ = PayAsync(Left());
            }
        }
    }

    // For the machine's own clock: how long something takes, which is nobody's time.
    private TimeSpan Left() => _rangAt is { } at ? While - TimeProvider.System.GetElapsedTime(at) : TimeSpan.Zero;

    private async Task PayAsync(TimeSpan left)
    {
        await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, TimeProvider.System, database.Closing)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        Sql say;
        lock (_gate)
        {
            say = Say(_owed);
            _owed = StoreNews.None;
            _rangAt = TimeProvider.System.GetTimestamp();
        }

        try
        {
            // Nothing that must outlive the server: it does not wait for the disk.
            await database.ExecuteAsync([Sql.Guard("SELECT set_config('synchronous_commit', 'off', true)"), say], database.Closing).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HelpDeskEmailException or OperationCanceledException or ObjectDisposedException)
        {
            // The others find the rows when they look by themselves.
        }
        finally
        {
            Interlocked.Decrement(ref _paying);
        }
    }

    private Sql Say(StoreNews news) => Sql.Guard("SELECT pg_notify($1, $2)").Add(Channel).Add(string.Create(CultureInfo.InvariantCulture, $"{(int)news} {_own}"));

    /// <summary>What a transaction rings with.</summary>
    /// <param name="bell">The bell.</param>
    /// <param name="owed">What is told later.</param>
    /// <param name="statements">What is told with the transaction: its statements, which may be none.</param>
    internal readonly struct Ring(Bell bell, StoreNews owed, IReadOnlyList<Sql> statements)
    {
        public IReadOnlyList<Sql> Statements => statements;

        /// <summary>To be called once the transaction is committed.</summary>
        public void Committed() => bell.Owe(owed);
    }
}
