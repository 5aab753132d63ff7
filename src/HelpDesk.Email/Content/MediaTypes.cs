using System.Collections.Frozen;

namespace HelpDesk.Email.Content;

/// <summary>Compares the type that a file is said to have with the one that its octets show.</summary>
internal static class MediaTypes
{
    // Kinds of files that are stored in containers of another kind.
    private static readonly string[] Zipped =
    [
        "application/vnd.openxmlformats-", "application/vnd.oasis.", "application/epub", "application/java-archive", "application/vnd.android", "application/vnd.ms-",
        "application/x-zip", "application/x-iwork-", "application/vnd.apple.", "application/vnd.google-earth", "model/", "application/x-jar",
    ];

    private static readonly string[] Stored =
        ["application/msword", "application/vnd.ms-", "application/vnd.visio", "application/x-msi", "application/x-mspublisher", "application/vnd.openxmlformats-"];

    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["image/jpg"] = "image/jpeg",
        ["image/pjpeg"] = "image/jpeg",
        ["image/x-png"] = "image/png",
        ["image/heif"] = "image/heic",
        ["image/x-ms-bmp"] = "image/bmp",
        ["image/x-bmp"] = "image/bmp",
        ["image/tif"] = "image/tiff",
        ["application/x-pdf"] = "application/pdf",
        ["text/rtf"] = "application/rtf",
        ["application/x-rtf"] = "application/rtf",
        ["application/x-gzip"] = "application/gzip",
        ["application/x-zip-compressed"] = "application/zip",
        ["application/x-rar-compressed"] = "application/vnd.rar",
        ["application/x-rar"] = "application/vnd.rar",
        ["application/ms-tnef"] = "application/vnd.ms-tnef",
        ["audio/x-wav"] = "audio/wav",
        ["audio/wave"] = "audio/wav",
        ["audio/mp3"] = "audio/mpeg",
        ["audio/x-m4a"] = "audio/mp4",
        ["application/ogg"] = "audio/ogg",
        ["video/ogg"] = "audio/ogg",
        ["video/x-matroska"] = "video/webm",
        ["text/x-vcard"] = "text/vcard",
        ["text/directory"] = "text/vcard",
        ["application/ics"] = "text/calendar",
        ["application/xhtml+xml"] = "text/html",
        ["application/x-dosexec"] = "application/x-msdownload",
        ["application/x-msdos-program"] = "application/x-msdownload",
        ["application/vnd.microsoft.portable-executable"] = "application/x-msdownload",
    }.ToFrozenDictionary();

    /// <summary>Whether the octets contradict what the mail says. A type that says nothing is never contradicted.</summary>
    /// <param name="declared">What the mail says, in lower case.</param>
    /// <param name="found">What the octets show, or <see langword="null"/>.</param>
    public static bool Differ(string declared, string? found)
    {
        if (found is null || declared is "application/octet-stream" or "application/x-download" or "application/force-download" or "binary/octet-stream" or "unknown/unknown")
        {
            return false;
        }

        declared = Aliases.GetValueOrDefault(declared, declared);
        if (declared == found)
        {
            return false;
        }

        return found switch
        {
            "application/zip" => !Begins(declared, Zipped),
            "application/x-ole-storage" => !Begins(declared, Stored),
            "application/xml" => !declared.EndsWith("xml", StringComparison.Ordinal) && declared != "text/plain",
            "text/x-shellscript" => !declared.StartsWith("text/", StringComparison.Ordinal) && !declared.EndsWith("script", StringComparison.Ordinal) && !declared.EndsWith("-sh", StringComparison.Ordinal),
            "video/mp4" or "audio/mp4" or "video/quicktime" => !declared.StartsWith("video/", StringComparison.Ordinal) && !declared.StartsWith("audio/", StringComparison.Ordinal),
            "text/html" => declared is not ("message/rfc822" or "text/plain"),
            _ => true,
        };
    }

    /// <summary>Whether a browser shows the type as a picture and nothing else: SVG is a document with scripts.</summary>
    public static bool IsPicture(string type) => Aliases.GetValueOrDefault(type, type) is "image/png" or "image/jpeg" or "image/gif" or "image/webp" or "image/bmp" or "image/heic" or "image/avif" or "image/tiff";

    /// <summary>The extension by which files of the type are known, with its dot; or <see langword="null"/>.</summary>
    public static string? ExtensionOf(string type) => Aliases.GetValueOrDefault(type, type) switch
    {
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "image/bmp" => ".bmp",
        "image/tiff" => ".tif",
        "image/heic" => ".heic",
        "image/svg+xml" => ".svg",
        "application/pdf" => ".pdf",
        "application/rtf" => ".rtf",
        "application/zip" => ".zip",
        "application/gzip" => ".gz",
        "application/vnd.rar" => ".rar",
        "application/x-7z-compressed" => ".7z",
        "application/x-msdownload" => ".exe",
        "application/x-ms-shortcut" => ".lnk",
        "application/java-vm" => ".class",
        "text/plain" => ".txt",
        "text/html" => ".html",
        "text/calendar" => ".ics",
        "text/vcard" => ".vcf",
        "text/x-shellscript" => ".sh",
        "message/rfc822" => ".eml",
        _ => null,
    };

    private static bool Begins(string type, string[] beginnings) => Array.Exists(beginnings, beginning => type.StartsWith(beginning, StringComparison.Ordinal));
}
