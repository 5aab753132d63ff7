namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>Where the templates of administrators come from: a folder by default, the host's database if it likes.</summary>
/// <remarks>
/// Registered as a singleton in place of the folder. Asked before each mail, so it answers fast when nothing has changed.
/// Called from several threads at once. What it throws fails the mail that asked, and the mail is made again later.
/// </remarks>
public interface ITemplateSource
{
    /// <summary>All texts as they are now.</summary>
    /// <param name="version">The version of the texts that the caller has, or <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see langword="null"/> when nothing has changed since that version.</returns>
    ValueTask<TemplateTexts?> ReadAsync(string? version, CancellationToken cancellationToken);
}
