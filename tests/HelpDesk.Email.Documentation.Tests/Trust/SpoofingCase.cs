namespace HelpDesk.Email.Documentation.Tests.Trust;

/// <summary>One row of the matrix: what was written, and what became of it.</summary>
/// <param name="Sender">Whom From names.</param>
/// <param name="Trust">How sure the engine can be of it, by the settings and the header.</param>
/// <param name="Evidence">What leads to the ticket.</param>
/// <param name="Wish">What the mail wants besides being read.</param>
/// <param name="Outcome">What became of it, in short words.</param>
internal sealed record SpoofingCase(string Sender, string Trust, string Evidence, string Wish, string Outcome)
{
    public static IReadOnlyList<string> Senders { get; } = ["technician", "requester", "stranger"];

    public static IReadOnlyList<string> Trusts { get; } = ["Proven", "NotEvaluated", "Strict", "Unverified", "Contradicted"];

    public static IReadOnlyList<string> Evidences { get; } = ["reply token", "message index", "subject tag", "none"];

    public static IReadOnlyList<string> Wishes { get; } = ["plain reply", "#close#", "#tech#", "new Cc"];

    public bool Joins => Outcome.StartsWith("joins", StringComparison.Ordinal);
}
