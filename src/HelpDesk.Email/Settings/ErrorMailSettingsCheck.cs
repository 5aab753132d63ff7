using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Settings;

/// <summary>Says what is wrong with the mail about errors.</summary>
internal sealed class ErrorMailSettingsCheck : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        var (key, errors) = ("HelpDeskEmail:Monitor:ErrorMail", options.Monitor.ErrorMail);
        if (errors.Level == ErrorMailLevel.Off)
        {
            yield break;
        }

        if (!EmailAddress.TryCreate(errors.Address, null, out var address))
        {
            yield return $"{key}:Address is '{errors.Address}', and Level is {errors.Level}; write the address that error mail goes to and comes from.";
        }
        else if (options.Mailboxes.FirstOrDefault(mailbox => mailbox.Value.IsReachedBy(address.Address)).Key is { } own)
        {
            yield return $"{key}:Address is that of mailbox {own}: errors would come in as tickets, and their errors too. Write an address outside the help desk.";
        }

        if (!options.Outgoing.ContainsKey(errors.Account))
        {
            yield return $"{key}:Account is '{errors.Account}', and HelpDeskEmail:Outgoing has no such account; it has {(options.Outgoing.Count == 0 ? "nothing" : string.Join(", ", options.Outgoing.Keys))}.";
        }
    }
}
