using HelpDesk.Email.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Settings;

/// <summary>Says what is wrong with the settings: each message names the key and the fix.</summary>
internal sealed class SettingsValidator(IEnumerable<ISettingsCheck> checks) : IValidateOptions<HelpDeskEmailOptions>
{
    private readonly IReadOnlyList<ISettingsCheck> _checks = [.. checks];

    public ValidateOptionsResult Validate(string? name, HelpDeskEmailOptions options)
    {
        var errors = _checks.SelectMany(check => check.Check(options)).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
