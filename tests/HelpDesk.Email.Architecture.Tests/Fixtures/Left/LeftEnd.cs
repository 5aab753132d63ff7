using HelpDesk.Email.Architecture.Tests.Fixtures.Right;

namespace HelpDesk.Email.Architecture.Tests.Fixtures.Left;

/// <summary>Uses the other folder in a signature.</summary>
internal sealed class LeftEnd
{
    public List<RightEnd[]> Others { get; } = [];
}
