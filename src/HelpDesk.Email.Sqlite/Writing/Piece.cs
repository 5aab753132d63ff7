using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Writing;

/// <summary>A piece of work that waits to be written: it has an effect as a whole or none at all.</summary>
internal abstract class Piece
{
    /// <summary>About how many octets it writes; groups are bounded by it.</summary>
    public required long Octets { get; init; }

    /// <summary>Takes the piece out of the hands of whoever may still end it.</summary>
    /// <returns><see langword="false"/> when its caller ended it while it waited.</returns>
    public abstract bool TryTake();

    /// <summary>How many pieces most likely follow soon because this one was written.</summary>
    public abstract int Followers { get; }

    /// <summary>Does the work; what it throws is for <see cref="Fail"/>. It may be rolled back and done once more.</summary>
    public abstract void Execute(Connection connection);

    /// <summary>Notes that the work had no effect. The first reason stays.</summary>
    public abstract void Fail(Exception reason);

    /// <summary>Lets the caller go on, with the result or the failure.</summary>
    public abstract void Complete();
}
