using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Cli.Settings;

/// <summary>The file behind <c>--settings</c>.</summary>
internal static class SettingsFile
{
    /// <exception cref="UsageException">The file can't be read, or has not the section.</exception>
    public static async Task<HelpDeskEmailOptions> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return new HelpDeskEmailOptions();
        }

        var document = await SettingsJson.ReadDocumentAsync(path, cancellationToken).ConfigureAwait(false);
        return SettingsJson.Bind(SettingsJson.FindSection(document)
            ?? throw new UsageException($"{path} has no section HelpDeskEmail; the settings stand under that key, as in a host's appsettings.json."));
    }
}
