namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Every broken ticket store.</summary>
internal static class TicketDefects
{
    public static IReadOnlyList<TicketDefect> All { get; } =
    [
        .. OperationDefects.All,
        .. VersionDefects.All,
        .. EmptyChangeDefects.All,
        .. ConcurrencyDefects.All,
        .. WholenessDefects.All,
        .. FileDefects.All,
        .. EntryDefects.All,
        .. LookupDefects.All,
        .. StatusDefects.All,
        .. DetailDefects.All,
        .. CrashDefects.All,
        .. MidwayDefects.All,
    ];
}
