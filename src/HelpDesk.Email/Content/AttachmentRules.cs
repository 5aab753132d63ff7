using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Content;

/// <summary>Says which files don't come into tickets.</summary>
/// <remarks>
/// Checked are the cleaned name, the type that the mail declares and the one that the octets show: a program called
/// <c>photo.jpg</c> is a program. A file is refused if one of them is on the deny-list, or if there is an allow-list and
/// neither name nor declared type is on it, or what the octets show contradicts and isn't on it either.
/// </remarks>
internal sealed class AttachmentRules(LimitsOptions limits)
{
    private readonly FilePattern[] _allow = [.. limits.AttachmentAllow.Select(FilePattern.Of)];
    private readonly FilePattern[] _deny = [.. limits.AttachmentDeny.Select(FilePattern.Of)];

    /// <summary>Why a file is refused, for people; <see langword="null"/> for one that is kept.</summary>
    /// <param name="name">Its safe name.</param>
    /// <param name="declared">The type that the mail declares.</param>
    /// <param name="found">The type that its octets show, or <see langword="null"/>.</param>
    /// <param name="size">Its octets.</param>
    public string? Refuse(string name, string declared, string? found, long size)
    {
        if (limits.MaxAttachmentOctets > 0 && size > limits.MaxAttachmentOctets)
        {
            return $"it has {size} octets; {limits.MaxAttachmentOctets} are accepted";
        }

        var shown = MediaTypes.Differ(declared, found) ? found : null;
        var isDenied = IsOn(_deny, name, declared) || (shown is not null && IsOn(_deny, MediaTypes.ExtensionOf(shown), shown));
        var isAllowed = _allow.Length == 0 || (IsOn(_allow, name, declared) && (shown is null || IsOn(_allow, MediaTypes.ExtensionOf(shown), shown)));
        return isDenied || !isAllowed
            ? $"files of this kind are not accepted ({shown ?? declared})"
            : null;
    }

    private static bool IsOn(FilePattern[] patterns, string? name, string type) => Array.Exists(patterns, pattern => pattern.Matches(name, type));
}
