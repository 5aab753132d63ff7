using System.Collections.Concurrent;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Outbox;

/// <summary>Which outgoing accounts nothing is sent by at the moment. Safe on any thread.</summary>
/// <remarks>An account opens by itself: when its time is over, and at once when its settings change.</remarks>
internal sealed class ClosedChannels(TroubleBook troubles, TimeProvider time, ILogger<OutboxWorker> log)
{
    // A channel that is closed for longer does not come back by itself, as far as one can tell.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _since = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Closing> _closed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The accounts that are closed: until when, and why.</summary>
    public IReadOnlyList<(string Account, DateTimeOffset Until, string Reason)> Now =>
        [.. _closed.Where(each => each.Value.Until > time.GetUtcNow()).OrderBy(each => each.Key).Select(each => (each.Key, each.Value.Until, each.Value.Reason))];

    /// <summary>The names of the accounts that are closed under these settings.</summary>
    public IEnumerable<string> Of(HelpDeskEmailOptions options) => _closed.Keys.Where(account => WhyClosed(account, options) is not null);

    /// <summary>Why an account is closed, or <see langword="null"/>.</summary>
    public string? WhyClosed(string account, HelpDeskEmailOptions options)
    {
        if (!_closed.TryGetValue(account, out var closing))
        {
            return null;
        }

        if (closing.Until > time.GetUtcNow() && ReferenceEquals(closing.Settings, options.Outgoing.TryGetValue(account, out var settings) ? settings : null))
        {
            return closing.Reason;
        }

        _closed.TryRemove(new(account, closing));
        return null;
    }

    /// <summary>Closes an account for a time.</summary>
    /// <param name="account">Its name.</param>
    /// <param name="settings">The settings under which it failed; <see langword="null"/> where there are none.</param>
    /// <param name="failure">Why, and for how long.</param>
    public void Close(string account, OutgoingAccountOptions? settings, ChannelFailure failure)
    {
        var now = time.GetUtcNow();
        var until = now + failure.RetryAfter;
        _closed[account] = new Closing(until, failure.Reason, settings);
        OutboxLog.ChannelClosed(log, account, until, failure.Reason);
        var since = _since.GetOrAdd(account, now);
        troubles.Tell(Trouble(account), now - since >= Long, $"Nothing can be sent since {since:u}; it is tried again at {until:u}. {failure.Reason}");
    }

    /// <summary>Notes that an account took a mail, or refused one: it is open.</summary>
    public void Open(string account)
    {
        if (_since.TryRemove(account, out _))
        {
            troubles.End(Trouble(account));
        }
    }

    private static string Trouble(string account) => $"outgoing account {account}";

    private sealed record Closing(DateTimeOffset Until, string Reason, OutgoingAccountOptions? Settings);
}
