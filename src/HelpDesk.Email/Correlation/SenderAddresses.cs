using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Correlation;

/// <summary>All addresses of the person who wrote a mail.</summary>
internal static class SenderAddresses
{
    public static IEnumerable<EmailAddress> Of(SenderIdentity sender) =>
        (sender.Contact is { } contact ? contact.OtherAddresses.Prepend(contact.Address) : []).Prepend(sender.Address).Distinct();
}
