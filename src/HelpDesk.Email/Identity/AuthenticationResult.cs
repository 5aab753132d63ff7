using System.Diagnostics.CodeAnalysis;

namespace HelpDesk.Email.Identity;

/// <summary>The part of an Authentication-Results field (RFC 8601 section 2.2) that is about DMARC.</summary>
/// <param name="Dmarc">The result in lower case, or <see langword="null"/> when the field says nothing about it.</param>
/// <param name="DmarcDomain">The domain of <c>header.from</c>, or <see langword="null"/>.</param>
internal sealed record AuthenticationResult(string? Dmarc, string? DmarcDomain)
{
    public static bool TryParse(string value, string server, [NotNullWhen(true)] out AuthenticationResult? result)
    {
        result = null;
        var parts = WithoutComments(value).Split(';', StringSplitOptions.TrimEntries);
        var id = parts[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (id.Length is 0 or > 2 || !string.Equals(id[0].Trim('"'), server, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        string? dmarc = null;
        string? domain = null;
        foreach (var part in parts.Skip(1))
        {
            var words = part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || !words[0].StartsWith("dmarc=", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            dmarc = words[0]["dmarc=".Length..].ToLowerInvariant();
            domain = words.Skip(1)
                .Where(word => word.StartsWith("header.from=", StringComparison.OrdinalIgnoreCase))
                .Select(word => word["header.from=".Length..].Trim('"'))
                .FirstOrDefault();
        }

        result = new AuthenticationResult(dmarc, domain);
        return true;
    }

    // Comments nest (RFC 5322 section 3.2.2) and may hold anything. A quoted string hides them, and what would end a value in
    // it: without that a sender could write a result of his own into, say, a quoted envelope address.
    private static string WithoutComments(string value)
    {
        var kept = new char[value.Length];
        var length = 0;
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\' && i + 1 < value.Length)
            {
                i++;
                c = value[i];
            }
            else if (c == '"' && depth == 0)
            {
                quoted = !quoted;
            }
            else if (!quoted && c == '(')
            {
                depth++;
                continue;
            }
            else if (!quoted && c == ')' && depth > 0)
            {
                depth--;
                continue;
            }

            if (depth == 0)
            {
                kept[length++] = quoted && (c == ';' || char.IsWhiteSpace(c)) ? '_' : c;
            }
        }

        return new string(kept, 0, length);
    }
}
