using System.Buffers;

namespace HelpDesk.Email.Benchmarks.Measuring;

/// <summary>The yardsticks: the least that anybody does who reads the same input, with the framework's vectors.</summary>
internal static class Scans
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("<&");

    public static long LineFeeds(ReadOnlySpan<byte> octets)
    {
        var count = 0L;
        for (var at = octets.IndexOf((byte)'\n'); at >= 0; at = octets.IndexOf((byte)'\n'))
        {
            count++;
            octets = octets[(at + 1)..];
        }

        return count;
    }

    public static long LineFeeds(ReadOnlySpan<char> text)
    {
        var count = 0L;
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n'))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }

    /// <summary>Finds every <c>&lt;</c> and every <c>&amp;</c>.</summary>
    public static long Brackets(ReadOnlySpan<char> html)
    {
        var count = 0L;
        for (var at = html.IndexOfAny(Markup); at >= 0; at = html.IndexOfAny(Markup))
        {
            count++;
            html = html[(at + 1)..];
        }

        return count;
    }
}
