namespace HelpDesk.Email.Architecture.Tests.Features;

/// <summary>The rows that are shipped: a mark that is taken away from one of them is noticed.</summary>
internal static class ShippedRows
{
    /// <summary>Filters, and what is accepted: each has a scenario too.</summary>
    private static readonly string[] Filters = [.. Rows("FI", 1, 14)];

    /// <summary>From a mail to its ticket: each has a scenario too.</summary>
    private static readonly string[] Tickets = [.. Rows("CO", 1, 13)];

    /// <summary>What goes out: each has a scenario too.</summary>
    private static readonly string[] Outgoing = [.. Rows("AU", 1, 6), .. Rows("NO", 1, 20), .. Rows("TE", 1, 10), .. Rows("OU", 1, 3), "OU-05", "OU-07", "OU-09", "BE-06"];

    /// <summary>What a scenario tells, readable without the code.</summary>
    public static IReadOnlyList<string> WithScenarios { get; } = [.. Filters, .. Tickets, .. Outgoing];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Rows("IN", 1, 3),
        .. Rows("IN", 6, 16),
        .. Rows("MO", 1, 7),
        .. WithScenarios,
        "BE-02",
        "BE-04",
        "BE-05",
        "BE-07",
        "BE-08",
        "BE-13",
        "BE-14",
        "BE-03",
        "OU-06",
        "OU-08",
    ];

    private static IEnumerable<string> Rows(string area, int first, int last) => Enumerable.Range(first, last - first + 1).Select(row => $"{area}-{row:00}");
}
