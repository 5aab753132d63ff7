using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Links;

/// <summary>Says from when on the links of a person count: a host takes them back at a new password, at a log-out everywhere, or when somebody left.</summary>
/// <remarks>
/// Asked whenever a link that shows a ticket or logs in is read; called from several threads. A host that keeps users has the answer in
/// its own table. Register it by <c>Services.AddSingleton&lt;ILinkRevocation, YourRevocation&gt;()</c>; without one
/// <see cref="InMemoryLinkRevocation"/> serves, which forgets at a restart.
/// </remarks>
public interface ILinkRevocation
{
    /// <summary>Links made before this moment are worth nothing; <see langword="null"/> where none were taken back. Whole seconds count.</summary>
    /// <exception cref="StoreUnavailableException">It can't be said now: the link is not answered.</exception>
    ValueTask<DateTimeOffset?> RevokedBeforeAsync(EmailAddress address, CancellationToken cancellationToken);
}
