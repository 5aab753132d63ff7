using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Notifications;

/// <summary>What a trace says of a plan: who is not told although a rule names them, and why. Mails that are made tell of themselves.</summary>
internal static class PlanTrace
{
    public static IEnumerable<TraceLine> Of(NotificationPlan plan, TimeProvider time) =>
        plan.Lines
            .Where(line => !line.IsTold && line.Reason != NotificationPlanner.DidItThemselves && !plan.Told.Any(told => told.Recipient is { } person && person.Equals(line.Recipient)))
            .Where(line => line.Recipient is not null || plan.Lines.Count == 1)
            .GroupBy(line => (line.Recipient, line.Reason), (_, same) => same.First())
            .Select(line => new TraceLine("Plan", "not told", $"{line.Audience} on {line.Event}: {line.Reason}") { At = time.GetUtcNow() });
}
