namespace HelpDesk.Email.Protocols.Wire;

/// <summary>How long one step of a conversation may wait for the other side.</summary>
/// <remarks>
/// Only waiting counts. What our own side does in between, for instance writing a mail to a slow disk, is nobody else's fault.
/// For one caller at a time.
/// </remarks>
/// <param name="name">What the step is called in an error, for instance <c>SELECT</c>.</param>
/// <param name="limit">How much it may wait in all.</param>
/// <param name="within">A longer step that this one is a part of; its waiting is counted there too.</param>
internal sealed class StepDeadline(string name, TimeSpan limit, StepDeadline? within = null)
{
    private TimeSpan _spent;

    /// <summary>What the step is called.</summary>
    public string Name { get; } = name;

    /// <summary>How much it may wait in all; of the longer step once that one is used up.</summary>
    public TimeSpan Limit => within is { Left.Ticks: 0 } ? within.Limit : limit;

    /// <summary>How much it may still wait.</summary>
    public TimeSpan Left => Patience.Shorter(Patience.Left(limit, _spent), within?.Left ?? Timeout.InfiniteTimeSpan);

    /// <summary>Counts a wait.</summary>
    public void Spend(TimeSpan waited)
    {
        _spent += waited;
        within?.Spend(waited);
    }

    /// <summary>Begins anew: the other side got on with it. A longer step goes on.</summary>
    public void Restart() => _spent = TimeSpan.Zero;
}
