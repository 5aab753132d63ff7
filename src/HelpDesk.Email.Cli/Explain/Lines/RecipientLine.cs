using HelpDesk.Email.Explaining;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Cli.Explain.Lines;

/// <summary>What became of a mail for one recipient.</summary>
internal sealed record RecipientLine(string? Address, DeliveryAction? Action, string? Status, string? Diagnostic, bool Permanent, bool AddressInvalid)
{
    public static RecipientLine Of(ExplainedRecipient recipient) => new(
        recipient.Address,
        recipient.Action == DeliveryAction.Unknown ? null : recipient.Action,
        recipient.Status?.ToString(),
        recipient.Diagnostic,
        recipient.IsPermanent,
        recipient.IsAddressInvalid);
}
