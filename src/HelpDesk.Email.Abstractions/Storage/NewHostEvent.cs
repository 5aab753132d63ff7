namespace HelpDesk.Email.Storage;

/// <summary>An event to be told to the host after the commit.</summary>
/// <param name="Id">Names it, in every telling.</param>
/// <param name="Type">The kind, in the engine's words.</param>
/// <param name="Ticket">The ticket it is of: the events of one ticket are told in order.</param>
/// <param name="Payload">The event, in the engine's words.</param>
public sealed record NewHostEvent(Guid Id, string Type, string Ticket, string Payload);
