namespace HelpDesk.Email.Documentation.Tests.Trust;

/// <summary>Every sender with every trust, every evidence and every wish, sent through the whole engine.</summary>
internal static class SpoofingMatrix
{
    private static readonly Lazy<Task<IReadOnlyList<SpoofingCase>>> Made = new(RunAsync);

    /// <summary>All cases; they are run once.</summary>
    public static Task<IReadOnlyList<SpoofingCase>> CasesAsync() => Made.Value;

    /// <summary>The table of the page: senders and trusts that fare alike share a row.</summary>
    public static async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        var cases = await CasesAsync().WaitAsync(cancellationToken);
        var rows = new List<string> { "| what leads to the ticket | From names | trust | " + string.Join(" | ", SpoofingCase.Wishes.Select(Title)) + " |", "|---|---|---|---|---|---|---|" };
        foreach (var evidence in SpoofingCase.Evidences)
        {
            var lines = SpoofingCase.Senders.SelectMany(sender => Lines(cases, evidence, sender)).ToList();
            rows.AddRange(lines
                .GroupBy(line => (line.Trusts, line.Outcomes))
                .Select(same => $"| {evidence} | {string.Join(", ", same.Select(line => line.Sender))} | {same.Key.Trusts} | {same.Key.Outcomes} |"));
        }

        return string.Join('\n', rows);
    }

    // Trusts that fare alike, of one sender with one evidence.
    private static IEnumerable<(string Sender, string Trusts, string Outcomes)> Lines(IReadOnlyList<SpoofingCase> cases, string evidence, string sender) =>
        SpoofingCase.Trusts
            .Select(trust => (Trust: trust, Outcomes: string.Join(" | ", SpoofingCase.Wishes.Select(wish =>
                cases.Single(one => one.Evidence == evidence && one.Sender == sender && one.Trust == trust && one.Wish == wish).Outcome))))
            .GroupBy(line => line.Outcomes)
            .Select(same => (sender, string.Join(", ", same.Select(line => line.Trust)), same.Key));

    private static string Title(string wish) => wish.StartsWith('#') ? $"`{wish}`" : wish;

    private static async Task<IReadOnlyList<SpoofingCase>> RunAsync()
    {
        var cases = new List<SpoofingCase>();
        foreach (var trust in SpoofingCase.Trusts)
        {
            await using var desk = await SpoofedDesk.StartAsync(trust, CancellationToken.None);
            foreach (var sender in SpoofingCase.Senders)
            {
                foreach (var evidence in SpoofingCase.Evidences)
                {
                    foreach (var wish in SpoofingCase.Wishes)
                    {
                        cases.Add(new SpoofingCase(sender, trust, evidence, wish, await desk.TryAsync(sender, evidence, wish, CancellationToken.None)));
                    }
                }
            }
        }

        return cases;
    }
}
