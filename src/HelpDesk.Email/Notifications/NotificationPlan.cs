namespace HelpDesk.Email.Notifications;

/// <summary>Who is told of something, who is not, and why. Immutable.</summary>
/// <param name="Lines">A line for each person that a rule names, and for each rule that names nobody.</param>
public sealed record NotificationPlan(IReadOnlyList<NotificationPlanLine> Lines)
{
    /// <summary>The lines for people who get mail.</summary>
    public IEnumerable<NotificationPlanLine> Told => Lines.Where(line => line.IsTold);

    /// <summary>The plan to be read, a line each.</summary>
    public override string ToString() => string.Join('\n', Lines);
}
