namespace HelpDesk.Email.PostgreSql.Connections;

/// <summary>With which error a transaction of ours ends itself.</summary>
internal static class Refusal
{
    /// <summary>The claim holds no longer, or the row is in another state.</summary>
    public const string ClaimLost = "HD001";

    /// <summary>A reservation is another row's.</summary>
    public const string ReservationTaken = "HD002";

    /// <summary>Octets that were known or prepared are gone.</summary>
    public const string ContentGone = "HD003";
}
