namespace HelpDesk.Email.Protocols.Wire;

/// <summary>How long one step of a conversation may wait for the other side.</summary>
/// <remarks>
/// Only waiting counts. What our own side does in between, for instance writing a mail to a slow disk, is nobody else's fault.
/// For one caller at a time.
/// </remarks>
/// <param name="name">What the step is called in an error, for instance <c>SELECT</c>.</param>
/// <param name="limit">How much it may wait in all.</param>
internal sealed class StepDeadline(string name, TimeSpan limit)
{
    private TimeSpan _spent;

    /// <summary>What the step is called.</summary>
    public string Name { get; } = name;

    /// <summary>How much it may wait in all.</summary>
    public TimeSpan Limit { get; } = limit;

    /// <summary>How much it may still wait.</summary>
    public TimeSpan Left => Patience.Left(Limit, _spent);

    /// <summary>Counts a wait.</summary>
    public void Spend(TimeSpan waited) => _spent += waited;

    /// <summary>Begins anew: the other side got on with it.</summary>
    public void Restart() => _spent = TimeSpan.Zero;
}
