namespace HelpDesk.Email.Returns;

/// <summary>A recipient whom a mail did not reach.</summary>
/// <param name="Address">The recipient.</param>
/// <param name="Reason">What the report says.</param>
/// <param name="IsSuppressed">Whether the address gets no mail for a time from now on.</param>
internal sealed record FailedDelivery(string Address, string Reason, bool IsSuppressed);
