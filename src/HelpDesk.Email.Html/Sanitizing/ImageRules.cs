namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>What becomes of images.</summary>
/// <param name="ShowsRemote">Whether images of other servers are loaded.</param>
/// <param name="HoldsRemote">Whether their addresses are kept where they load nothing.</param>
/// <param name="KeepsData">Whether images written into the HTML stay.</param>
/// <param name="ResolveContentId">Gives the address of a part of the mail.</param>
internal sealed record ImageRules(bool ShowsRemote, bool HoldsRemote, bool KeepsData, Func<string, string?>? ResolveContentId);
