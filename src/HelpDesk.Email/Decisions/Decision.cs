using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Decisions;

/// <summary>What was decided about a row, before anything is done.</summary>
internal abstract record Decision(IReadOnlyList<TraceLine> Trace);
