namespace HelpDesk.Email.Testing.Conformance.Contacts;

/// <summary>The rules of <see cref="HelpDesk.Email.Contacts.IContactDirectory"/>, each as a case that passes or says what is wrong.</summary>
/// <remarks>
/// Bound to a test framework as <see cref="Tickets.TicketStoreConformance"/> is. The rules of
/// <see cref="HelpDesk.Email.Contacts.IContactWriter"/> do not apply to a directory that is none.
/// </remarks>
public static class ContactDirectoryConformance
{
    private static readonly IReadOnlyList<Rule<ContactTrial>> Rules = [.. FindRules.All, .. CreateRules.All, .. WriterRules.All];

    /// <summary>All rules as cases.</summary>
    /// <param name="fixture">Makes a new fixture; called once a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<ContactDirectoryFixture> fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        return [.. Rules.Select(rule => rule.ToCase(cancellationToken => ContactTrial.OpenAsync(fixture(), cancellationToken)))];
    }
}
