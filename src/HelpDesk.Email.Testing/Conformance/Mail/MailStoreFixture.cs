using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>What the suite needs to know of the mail store it examines; derive it for yours.</summary>
/// <remarks>
/// Each case makes one fixture, opens one store by it, joins it, and disposes the fixture. Cases may run at once. Instants
/// are compared to the millisecond.
/// </remarks>
public abstract class MailStoreFixture : IAsyncDisposable
{
    /// <summary>The clock on which the store's leases run.</summary>
    /// <value>The system's clock by default. With a clock that is set by hand the suite takes seconds; see <see cref="AdvanceAsync"/>.</value>
    public virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>Lets time pass on the store's clock.</summary>
    /// <remarks>By default it really passes: single cases then take up to three minutes.</remarks>
    /// <param name="by">How much; at most 35 seconds at once.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public virtual Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken) => Task.Delay(by, Clock, cancellationToken);

    /// <summary>Whether the store's clock can be set (<see cref="JumpAsync"/>).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public virtual bool CanJump => false;

    /// <summary>Whether the store keeps the octets of mails in this process's memory.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public virtual bool HoldsOctets => false;

    /// <summary>Sets the store's clock forward or back at once, as an administrator or a time server does. Only where <see cref="CanJump"/> is true.</summary>
    public virtual Task JumpAsync(TimeSpan by, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{nameof(CanJump)} is true, and {nameof(JumpAsync)} is not overridden.");

    /// <summary>Makes a store of its own, empty; called once, and before anybody has joined it.</summary>
    public abstract ValueTask<IMailStore> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens the same store again as after a crash: what processes only remembered is gone, and so are their names' locks.</summary>
    /// <param name="crashed">The store as it was; neither it nor its second is used any more. Drop its connections and locks; don't let it finish or write anything.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A new store over the same data, not joined yet; for a store that lives in memory alone, <paramref name="crashed"/>.</returns>
    public abstract ValueTask<IMailStore> ReopenAsync(IMailStore crashed, CancellationToken cancellationToken);

    /// <summary>Opens the same store once more beside the first, as a second process would.</summary>
    /// <param name="first">The store that goes on being used.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Another store over the same data, not joined yet; by default <paramref name="first"/> itself.</returns>
    public virtual ValueTask<IMailStore> OpenSecondAsync(IMailStore first, CancellationToken cancellationToken) =>
        ValueTask.FromResult(first);

    /// <summary>Removes what the fixture made.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
