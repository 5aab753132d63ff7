using System.Globalization;
using System.Text;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Explaining;

namespace HelpDesk.Email.Cli.Explain;

/// <summary>The folder behind <c>--extract</c>: a folder a message, numbered from 1 in this run.</summary>
internal sealed class AttachmentFolder
{
    // File systems count octets, 255 of them mostly; the engine's names have up to 120 characters.
    private const int MaxNameOctets = 200;

    private readonly string _root;
    private readonly ToolConsole _console;

    private AttachmentFolder(string root, ToolConsole console)
    {
        _root = root;
        _console = console;
    }

    /// <exception cref="UsageException">There can be no such folder.</exception>
    public static AttachmentFolder Open(string root, ToolConsole console)
    {
        try
        {
            Directory.CreateDirectory(root);
            return new AttachmentFolder(root, console);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--extract {root}: {e.Message}", e);
        }
    }

    /// <summary>Writes the attachments of one message.</summary>
    /// <returns>Where each one lies, relative to the folder; <see langword="null"/> for one that could not be written.</returns>
    public async Task<IReadOnlyList<string?>> SaveAsync(int message, IReadOnlyList<ExplainedAttachment> attachments, CancellationToken cancellationToken)
    {
        var saved = new List<string?>(attachments.Count);
        var folder = message.ToString(CultureInfo.InvariantCulture);
        foreach (var attachment in attachments)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{folder}/{saved.Count + 1}-{Fit(attachment.SafeName)}");
            saved.Add(await TryWriteAsync(attachment, folder, path, cancellationToken).ConfigureAwait(false) ? path : null);
        }

        return saved;
    }

    private async Task<bool> TryWriteAsync(ExplainedAttachment attachment, string folder, string path, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(_root, folder));
            var file = File.Create(Path.Combine(_root, path));
            await using (file.ConfigureAwait(false))
            {
                var content = attachment.Open();
                await using (content.ConfigureAwait(false))
                {
                    await content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                }
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await _console.Error.WriteLineAsync($"{Printable.Line(path)} can't be written: {Printable.Line(e.Message)}").ConfigureAwait(false);
            return false;
        }
    }

    private static string Fit(string name)
    {
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        while (Encoding.UTF8.GetByteCount(stem) + Encoding.UTF8.GetByteCount(extension) > MaxNameOctets && stem.Length > 1)
        {
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        }

        return stem + extension;
    }
}
