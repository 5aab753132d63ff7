using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Notifications;

/// <summary>Addresses as they are written in settings.</summary>
internal static class AddressList
{
    /// <summary>Those that are addresses: the others were refused when the settings were read.</summary>
    public static IEnumerable<EmailAddress> Read(IEnumerable<string> written)
    {
        foreach (var each in written)
        {
            if (EmailAddress.TryCreate(each, null, out var address))
            {
                yield return address;
            }
        }
    }
}
