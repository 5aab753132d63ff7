using System.Diagnostics.CodeAnalysis;

namespace HelpDesk.Email.Identity;

/// <summary>The part of an Authentication-Results field (RFC 8601 section 2.2) that is about DMARC.</summary>
/// <param name="Dmarc">The result in lower case, or <see langword="null"/> when the field says nothing about it; of several the worst.</param>
/// <param name="DmarcDomain">The domain of <c>header.from</c>, or <see langword="null"/>.</param>
internal sealed record AuthenticationResult(string? Dmarc, string? DmarcDomain)
{
    private const string OnlyVersion = "1";

    public static bool TryParse(string value, string server, [NotNullWhen(true)] out AuthenticationResult? result)
    {
        result = null;
        var words = FieldWords.Read(value);
        var end = EndOfPart(words, 0);
        if (!IsOf(words, end, server))
        {
            return false;
        }

        result = new AuthenticationResult(null, null);
        while (end < words.Count)
        {
            var start = end + 1;
            end = EndOfPart(words, start);
            if (ReadDmarc(words, start, end) is { } found && (result.Dmarc is null || found.Dmarc == "fail"))
            {
                result = found;
            }
        }

        return true;
    }

    // The identifier, and the version of the format, of which there is one. A field of another version is not understood.
    private static bool IsOf(List<FieldWord> words, int end, string server) =>
        end is 1 or 2 && words[0].Says(server) && (end == 1 || words[1].Says(OnlyVersion));

    private static AuthenticationResult? ReadDmarc(List<FieldWord> words, int start, int end)
    {
        var equals = IndexOfEquals(words, start, end);
        var method = string.Concat(words[start..equals].Select(word => word.Text));
        if (equals + 1 >= end || !IsDmarc(method))
        {
            return null;
        }

        return new AuthenticationResult(words[equals + 1].Text.ToLowerInvariant(), HeaderFrom(words, equals + 2, end));
    }

    private static bool IsDmarc(string method) =>
        method.Equals("dmarc", StringComparison.OrdinalIgnoreCase) || method.Equals("dmarc/1", StringComparison.OrdinalIgnoreCase);

    private static string? HeaderFrom(List<FieldWord> words, int start, int end)
    {
        for (var i = start; i + 2 < end; i++)
        {
            if (words[i].Says("header.from") && words[i + 1].IsSignOf('='))
            {
                return DomainOf(words[i + 2].Text);
            }
        }

        return null;
    }

    // Some servers write the whole address.
    private static string DomainOf(string value) => value[(value.LastIndexOf('@') + 1)..].Trim('<', '>', '.');

    private static int EndOfPart(List<FieldWord> words, int start)
    {
        var end = start;
        while (end < words.Count && !words[end].IsSignOf(';'))
        {
            end++;
        }

        return end;
    }

    private static int IndexOfEquals(List<FieldWord> words, int start, int end)
    {
        var equals = start;
        while (equals < end && !words[equals].IsSignOf('='))
        {
            equals++;
        }

        return equals;
    }
}
