using HelpDesk.Email.Explaining;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Cli.Explain;

/// <summary>A file that is to be explained.</summary>
/// <param name="Path">As the person wrote it, or below the folder that they wrote.</param>
/// <param name="Problem">Why it can't be opened, where that is known already; otherwise <see langword="null"/>.</param>
internal sealed record MailFile(string Path, string? Problem = null)
{
    private const int MaxInMemory = 1 << 20;

    public MailForm Form => System.IO.Path.GetExtension(Path).ToLowerInvariant() switch
    {
        ".txt" => MailForm.PlainText,
        ".html" => MailForm.Html,
        _ => MailForm.Message,
    };

    public async ValueTask<MailContent> OpenAsync(CancellationToken cancellationToken) =>
        new FileInfo(Path).Length > MaxInMemory
            ? MailContent.FromFile(Path)
            : MailContent.FromOctets(await File.ReadAllBytesAsync(Path, cancellationToken).ConfigureAwait(false));
}
