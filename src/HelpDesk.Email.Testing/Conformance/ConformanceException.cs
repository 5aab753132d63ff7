using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Conformance;

/// <summary>An implementation broke a rule of its seam; the message names the rule, what was found, and what to do.</summary>
public sealed class ConformanceException : HelpDeskEmailException
{
    internal ConformanceException(string finding)
        : base(finding) => (CaseName, Rule, Finding) = (string.Empty, string.Empty, finding);

    internal ConformanceException(string caseName, string rule, string finding, Exception innerException)
        : base($"{caseName}\n  Rule:  {rule}\n  Found: {finding}", innerException) =>
        (CaseName, Rule, Finding) = (caseName, rule, finding);

    /// <summary>The case that found it.</summary>
    public string CaseName { get; }

    /// <summary>The rule that is broken, with what to do.</summary>
    public string Rule { get; }

    /// <summary>What was found instead.</summary>
    public string Finding { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;
}
