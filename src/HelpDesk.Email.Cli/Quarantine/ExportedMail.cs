using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Cli.Quarantine;

/// <summary>A mail of the quarantine as a file.</summary>
internal static class ExportedMail
{
    /// <exception cref="UsageException">The file is there already, or can't be made.</exception>
    public static async Task<bool> WriteAsync(MailContent content, string path, ToolConsole console, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await using (file.ConfigureAwait(false))
            {
                var octets = content.OpenRead();
                await using (octets.ConfigureAwait(false))
                {
                    await octets.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} can't be written: {e.Message}", e);
        }

        await console.Error.WriteLineAsync(path).ConfigureAwait(false);
        return true;
    }
}
