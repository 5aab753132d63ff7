using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Settings;

/// <summary>Says what is wrong with one part of the settings. Each part has one, beside what it sets.</summary>
internal interface ISettingsCheck
{
    /// <summary>One sentence for each mistake: the key below <c>HelpDeskEmail:</c>, what stands there, and what to write.</summary>
    IEnumerable<string> Check(HelpDeskEmailOptions options);
}
