using System.Buffers;

namespace HelpDesk.Email.Content;

/// <summary>Finds which parts of a mail its HTML shows (RFC 2392).</summary>
internal static class ContentIds
{
    private const string Scheme = "cid:";
    private const int Longest = 400;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'<>)");

    /// <summary>How often each part is named. Linear; what only looks like a name does no harm.</summary>
    public static Dictionary<string, int> In(string html)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var at = html.IndexOf(Scheme, StringComparison.OrdinalIgnoreCase); at >= 0; at = html.IndexOf(Scheme, at, StringComparison.OrdinalIgnoreCase))
        {
            at += Scheme.Length;
            var end = html.AsSpan(at, Math.Min(Longest, html.Length - at)).IndexOfAny(Ends);
            if (end <= 0)
            {
                continue;
            }

            var id = Uri.UnescapeDataString(html.Substring(at, end).Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase));
            counts[id] = counts.GetValueOrDefault(id) + 1;
            at += end;
        }

        return counts;
    }
}
