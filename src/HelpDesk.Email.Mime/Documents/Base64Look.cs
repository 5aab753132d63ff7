using System.Buffers;

namespace HelpDesk.Email.Mime.Documents;

/// <summary>Tells base64 from text that a relay left unencoded under the old header.</summary>
internal static class Base64Look
{
    private const int Sample = 1024;
    private static readonly SearchValues<byte> Digits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r"u8);

    /// <summary>Whether the first line that is not empty holds digits of base64 only.</summary>
    public static bool IsLikely(MailPart part)
    {
        Span<byte> buffer = stackalloc byte[Sample];
        using var raw = part.OpenRaw();
        var start = buffer[..raw.ReadAtLeast(buffer, Sample, throwOnEndOfStream: false)].TrimStart("\r\n \t"u8);
        var end = start.IndexOf((byte)'\n');
        var line = end < 0 ? start : start[..end];
        // What follows the padding was put there later.
        var padding = line.IndexOf((byte)'=');
        return (padding < 0 ? line : line[..padding]).IndexOfAnyExcept(Digits) < 0;
    }
}
