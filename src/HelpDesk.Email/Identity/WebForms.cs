using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Identity;

/// <summary>Mail that a form on a web site sends for a customer: From is the form, Reply-To the customer.</summary>
internal static class WebForms
{
    /// <summary>Whether From is one of the forms in the settings.</summary>
    public static bool IsOne(InboundMail mail, IdentityOptions settings) =>
        mail.From.Count == 1 && settings.WebForms.Contains(mail.From[0].Address, StringComparer.OrdinalIgnoreCase);

    /// <summary>The customer, or <see langword="null"/> where Reply-To has not exactly one address, or has a form's.</summary>
    public static EmailAddress? CustomerOf(InboundMail mail, IdentityOptions settings) =>
        mail.ReplyTo.Count == 1 && !settings.WebForms.Contains(mail.ReplyTo[0].Address, StringComparer.OrdinalIgnoreCase) ? mail.ReplyTo[0] : null;
}
