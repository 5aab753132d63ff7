using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Admission;

/// <summary>Says what is wrong with the settings of who comes to a ticket and who is answered by a program.</summary>
internal sealed class AdmissionSettingsCheck : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        IEnumerable<string?> checks =
        [
            Bounds.Check("Subscribers:MaxPerTicket", options.Subscribers.MaxPerTicket, 0, 1000),
            Bounds.Check("AutomaticAnswers:MaxPerDomainInAnHour", options.AutomaticAnswers.MaxPerDomainInAnHour, 0, 100_000),
            Bounds.Check("AutomaticAnswers:MaxInAllInAnHour", options.AutomaticAnswers.MaxInAllInAnHour, 0, 1_000_000),
            Bounds.Check("AutomaticAnswers:MaxPerHelpDeskInADay", options.AutomaticAnswers.MaxPerHelpDeskInADay, 0, 1000),
        ];
        return checks.OfType<string>();
    }
}
