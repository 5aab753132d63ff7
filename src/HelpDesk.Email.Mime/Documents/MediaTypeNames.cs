using System.Collections.Frozen;

namespace HelpDesk.Email.Mime.Documents;

/// <summary>Media types for files that bring only a name, and what to make of types that came from elsewhere.</summary>
internal static class MediaTypeNames
{
    private const string Octets = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>
    {
        [".txt"] = "text/plain", [".log"] = "text/plain", [".htm"] = "text/html", [".html"] = "text/html", [".csv"] = "text/csv", [".ics"] = "text/calendar",
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".bmp"] = "image/bmp", [".tif"] = "image/tiff",
        [".pdf"] = "application/pdf", [".zip"] = "application/zip", [".rtf"] = "application/rtf", [".xml"] = "application/xml", [".eml"] = "message/rfc822",
        [".doc"] = "application/msword", [".xls"] = "application/vnd.ms-excel", [".ppt"] = "application/vnd.ms-powerpoint",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string For(string? fileName)
    {
        var dot = fileName?.LastIndexOf('.') ?? -1;
        return dot >= 0 && ByExtension.TryGetValue(fileName![dot..], out var type) ? type : Octets;
    }

    /// <summary>The type if it is one that a leaf can have, else that of mere octets.</summary>
    public static string Sound(string type)
    {
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        var sound = slash > 0 && slash < type.Length - 1 && type.Length <= 127
            && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '+' or '_')
            && !type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
        return sound ? type : Octets;
    }
}
