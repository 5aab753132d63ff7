using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Tests.Broken.Outbound;

/// <summary>What is spoiled about transports that are in order; what is left out stays in order. One for all transports to one other side.</summary>
internal sealed class TransportTampering
{
    /// <summary>Stands around the sending of a mail, which does not know the caller's token then.</summary>
    public Around<OutboundMail, DeliveryResult>? Send { get; init; }

    /// <summary>Stands around a check.</summary>
    public Func<Func<Task<CheckReport>>, Task<CheckReport>> Check { get; init; } = next => next();

    /// <summary>Whether a transport goes on when it is disposed.</summary>
    public bool OutlivesDisposal { get; init; }

    /// <summary>Whether all transports end with the first that is disposed.</summary>
    public bool DiesTogether { get; init; }

    /// <summary>Whether the fixture says that no mail is kept in memory as a whole.</summary>
    public bool SaysThatItStreams { get; init; }

    /// <summary>Whether one transport was disposed.</summary>
    public bool IsDisposed { get; set; }
}
