using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Cli.Explain.Lines;

/// <summary>What became of a mail for one recipient.</summary>
internal sealed record RecipientLine(string Address, string? Action, string? Status, string? Diagnostic, bool Permanent, bool AddressInvalid)
{
    public static RecipientLine Of(DeliveryReportRecipient recipient) => new(
        recipient.Address,
        recipient.Action,
        recipient.Status,
        recipient.Diagnostic,
        recipient.Permanent,
        recipient.AddressInvalid);
}
