namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Every broken mail store.</summary>
internal static class MailDefects
{
    public static IReadOnlyList<MailDefect> All { get; } =
    [
        .. AppendDefects.All,
        .. OctetDefects.All,
        .. FindDefects.All,
        .. ClaimDefects.All,
        .. LostAttemptDefects.All,
        .. TransitionDefects.All,
        .. ReservationDefects.All,
        .. FinishDefects.All,
        .. ThrottleDefects.All,
        .. OutboxDefects.All,
        .. OutboxCareDefects.All,
        .. DeliveryDefects.All,
        .. ReportDefects.All,
        .. HostEventDefects.All,
        .. LeaseDefects.All,
        .. NodeDefects.All,
        .. RetentionDefects.All,
        .. CrashDefects.All,
        .. ClockDefects.All,
        .. MidwayDefects.All,
    ];
}
