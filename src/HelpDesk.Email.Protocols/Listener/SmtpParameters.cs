namespace HelpDesk.Email.Protocols.Listener;

/// <summary>Reads the parameters after a path (RFC 5321 section 4.1.2, <c>esmtp-param</c>).</summary>
internal static class SmtpParameters
{
    /// <summary>Reads them all; keywords come out in upper case, a parameter without a value has an empty one.</summary>
    /// <returns><see langword="false"/> when they are malformed, or one is said twice with different values.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Dictionary<string, string> parameters)
    {
        parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text.Length > 0 && text[0] != ' ')
        {
            return false;
        }

        foreach (var range in text.Split(' '))
        {
            var parameter = text[range];
            if (parameter.IsEmpty)
            {
                continue;
            }

            var equals = parameter.IndexOf('=');
            var keyword = equals < 0 ? parameter : parameter[..equals];
            var value = equals < 0 ? [] : parameter[(equals + 1)..];
            if (!IsKeyword(keyword) || (equals >= 0 && (value.IsEmpty || value.Contains('='))))
            {
                return false;
            }

            // Python's smtplib repeats a parameter that its caller gave too; the same thing said twice is no contradiction.
            var name = keyword.ToString().ToUpperInvariant();
            if (!parameters.TryAdd(name, value.ToString()) && !value.Equals(parameters[name], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsKeyword(ReadOnlySpan<char> keyword)
    {
        foreach (var c in keyword)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return !keyword.IsEmpty && keyword[0] != '-';
    }
}
