namespace HelpDesk.Email.Documentation.Tests.Extending;

#region transport-refusal
/// <summary>A recipient that Acme did not take, as its answer says it.</summary>
internal sealed record AcmeRefusal(string Address, bool IsFinal, string Reason);
#endregion
