using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Conformance;

/// <summary>A rule is about something that the fixture says its implementation lacks: nothing was proven, and nothing is broken.</summary>
/// <remarks>
/// To be reported as skipped, never as passed: in xunit by <c>SkipExceptions</c> of the fact or theory, in NUnit by
/// <c>Assert.Ignore</c>, in MSTest by <c>Assert.Inconclusive</c>.
/// </remarks>
public sealed class RuleNotApplicableException : HelpDeskEmailException
{
    internal RuleNotApplicableException(string reason)
        : base(reason) => (CaseName, Reason) = (string.Empty, reason);

    internal RuleNotApplicableException(string caseName, string reason)
        : base($"{caseName} does not apply: {reason}") => (CaseName, Reason) = (caseName, reason);

    /// <summary>The case that does not apply.</summary>
    public string CaseName { get; }

    /// <summary>What the fixture says, by the name of its member.</summary>
    public string Reason { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;
}
