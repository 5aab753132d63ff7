namespace HelpDesk.Email.Architecture.Tests.Fixtures;

/// <summary>What the fixtures take for the root of their project.</summary>
internal sealed class RootType
{
    public const int Constant = 1;
}
