namespace HelpDesk.Email.Testing.Conformance;

/// <summary>One rule of a seam, as a test that any framework can run.</summary>
/// <remarks>Cases share nothing: they run in any order, and at once.</remarks>
/// <param name="Name">The rule as a sentence with underscores: the name to show.</param>
/// <param name="RunAsync">
/// Makes a fixture, proves the rule on it, and disposes it; throws <see cref="ConformanceException"/> when the rule is broken, and
/// <see cref="RuleNotApplicableException"/> when the fixture says that there is nothing to prove.
/// </param>
public sealed record ConformanceCase(string Name, Func<CancellationToken, Task> RunAsync)
{
    /// <summary>The rule in full, with what it asks an implementation to do.</summary>
    public required string Rule { get; init; }

    /// <summary>The name, as test explorers show it.</summary>
    public override string ToString() => Name;
}
