using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Screening;

/// <summary>The filters that stop sending.</summary>
internal sealed class SendingFilter(IContactDirectory contacts)
{
    /// <summary>Which filter forbids a mail to somebody, with its key, or <see langword="null"/>.</summary>
    /// <param name="recipient">To whom it would go.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<string?> WhyNotAsync(EmailAddress recipient, string subject, HelpDeskEmailOptions settings, CancellationToken cancellationToken)
    {
        var filters = FilterSet.Of(settings.Filters);
        if (!filters.StopsSending)
        {
            return null;
        }

        var contact = await contacts.FindAsync(recipient, cancellationToken).ConfigureAwait(false);
        return filters.WhyNot(FilterDirection.Send, [recipient], contact?.Role ?? ContactRole.Requester, subject);
    }
}
