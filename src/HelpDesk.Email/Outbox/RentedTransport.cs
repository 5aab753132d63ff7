using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Outbox;

/// <summary>A transport in the hands of one caller.</summary>
/// <param name="Account">The outgoing account.</param>
/// <param name="Settings">The settings it was made of.</param>
/// <param name="Transport">The transport.</param>
internal sealed record RentedTransport(string Account, OutgoingAccountOptions Settings, IOutboundTransport Transport);
