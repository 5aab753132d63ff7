using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>A throttle that takes the place of the store's, and can be wrong in several ways.</summary>
internal sealed class OwnThrottle(Func<DateTimeOffset> now)
{
    private readonly Lock _gate = new();
    private readonly List<(string Key, DateTimeOffset At)> _counted = [];

    /// <summary>A limit that is always reached.</summary>
    public static ThrottleLimit Closed { get; } = new("closed", 0, TimeSpan.FromHours(1));

    public bool CountsThrottled { get; init; }

    public bool CountsFailed { get; init; }

    public bool CountsEachLimit { get; init; }

    public bool LooksAtTheFirstLimitAlone { get; init; }

    public bool HasFixedWindows { get; init; }

    public void Forget()
    {
        lock (_gate)
        {
            _counted.Clear();
        }
    }

    public NewOutboxEntry Judge(NewOutboxEntry mail)
    {
        lock (_gate)
        {
            var limits = LooksAtTheFirstLimitAlone ? mail.Throttle.Take(1) : mail.Throttle;
            var isOver = limits.Any(limit => _counted.Count(each => each.Key == limit.Key && IsWithin(each.At, limit.Window)) >= limit.Limit);
            if (mail.Failure is null ? !isOver || CountsThrottled : CountsFailed)
            {
                var keys = mail.Throttle.Select(limit => limit.Key);
                _counted.AddRange((CountsEachLimit ? keys : keys.Distinct()).Select(key => (key, now())));
            }

            return mail with { Throttle = isOver ? [Closed] : [] };
        }
    }

    private bool IsWithin(DateTimeOffset at, TimeSpan window) =>
        HasFixedWindows ? at.Ticks / window.Ticks == now().Ticks / window.Ticks : at > now() - window;
}
