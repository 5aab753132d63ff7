namespace HelpDesk.Email.PostgreSql.Connections;

/// <summary>With which error a transaction of ours ends itself.</summary>
internal static class Refusal
{
    /// <summary>The claim holds no longer, or the row is in another state.</summary>
    public const string ClaimLost = "HD001";

    /// <summary>A reservation is another row's.</summary>
    public const string ReservationTaken = "HD002";

    /// <summary>What became of an operation is recorded already.</summary>
    public const string OperationKnown = "HD004";

    /// <summary>There is no such ticket, or it is no longer what a change expects.</summary>
    public const string TicketChanged = "HD005";

    /// <summary>The numbers of the tickets have not come to the first one yet.</summary>
    public const string NumberTooSmall = "HD006";

    /// <summary>Octets that were known or prepared are gone.</summary>
    public const string ContentGone = "HD003";
}
