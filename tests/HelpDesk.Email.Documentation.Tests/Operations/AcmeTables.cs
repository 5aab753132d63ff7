namespace HelpDesk.Email.Documentation.Tests.Operations;

/// <summary>Acme's own tables.</summary>
internal sealed class AcmeTables
{
    public List<AcmeNote> Notes { get; } = [];
}
