using System.Globalization;
using System.Text;
using HelpDesk.Email.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>The folder of the settings. Its time stamps are looked at before each mail, so no change is missed, also on a file share.</summary>
internal sealed class TemplateFolder(IOptionsMonitor<HelpDeskEmailOptions>? options, TimeProvider clock) : ITemplateSource
{
    // So young a file may still be written, or be written again without its time stamp telling.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Dictionary<string, string> _last = [];

    public ValueTask<TemplateTexts?> ReadAsync(string? version, CancellationToken cancellationToken)
    {
        if (options?.CurrentValue.Templates.Folder is not { Length: > 0 } folder)
        {
            return ValueTask.FromResult(version is null or "" ? null : new TemplateTexts(string.Empty, []));
        }

        FoundTemplate[] files = [.. Find(Path.GetFullPath(folder))];
        var now = VersionOf(folder, files);
        if (now == version)
        {
            return ValueTask.FromResult<TemplateTexts?>(null);
        }

        lock (_lock)
        {
            _last = files.ToDictionary(file => file.Name, Read);
            return ValueTask.FromResult<TemplateTexts?>(new TemplateTexts(now, [.. _last.Select(file => new TemplateText(file.Key, file.Value))]));
        }
    }

    private static IEnumerable<FoundTemplate> Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var search = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true };
        return new DirectoryInfo(folder).EnumerateFiles("*", search)
            .Where(file => TemplateFile.Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            .Select(file => new FoundTemplate(file.FullName, Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.LastWriteTimeUtc, file.Length))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
    }

    private string VersionOf(string folder, FoundTemplate[] files)
    {
        var version = new StringBuilder(folder);
        foreach (var file in files)
        {
            version.Append(CultureInfo.InvariantCulture, $"|{file.Name}:{file.Written.Ticks}:{file.Length}");
            if (IsYoung(file))
            {
                version.Append(':').Append(ReadStart(file.Path).GetHashCode(StringComparison.Ordinal));
            }
        }

        return version.ToString();
    }

    private bool IsYoung(FoundTemplate file) => (clock.GetUtcNow() - new DateTimeOffset(file.Written)).Duration() < Settled;

    // Many editors empty a file before they write it: an empty one says that no mail is wanted, and only once it is settled.
    private string Read(FoundTemplate file) =>
        file.Length == 0 && IsYoung(file) && _last.TryGetValue(file.Name, out var before) ? before
        : ReadStart(file.Path);

    // No more than shows that it is too long.
    private static string ReadStart(string path)
    {
        using var reader = new StreamReader(path);
        var text = new char[TemplateFile.MaxLength + 1];
        return new string(text, 0, reader.ReadBlock(text));
    }

    private sealed record FoundTemplate(string Path, string Name, DateTime Written, long Length);
}
