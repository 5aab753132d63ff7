using System.Globalization;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>What a server offers (RFC 5321 section 4.1.1.1). Immutable.</summary>
public sealed class SmtpCapabilities
{
    private readonly Dictionary<string, string[]> _keywords;

    private SmtpCapabilities(Dictionary<string, string[]> keywords) => _keywords = keywords;

    /// <summary>TLS within the conversation (RFC 3207).</summary>
    public bool StartTls => Offers("STARTTLS");

    /// <summary>Several commands at once (RFC 2920).</summary>
    public bool Pipelining => Offers("PIPELINING");

    /// <summary>Mails with octets above 127 (RFC 6152).</summary>
    public bool EightBitMime => Offers("8BITMIME");

    /// <summary>Addresses and header fields in UTF-8 (RFC 6531).</summary>
    public bool SmtpUtf8 => Offers("SMTPUTF8");

    /// <summary>Delivery reports on request (RFC 3461).</summary>
    public bool Dsn => Offers("DSN");

    /// <summary>The codes of RFC 3463 in replies (RFC 2034).</summary>
    public bool EnhancedStatusCodes => Offers("ENHANCEDSTATUSCODES");

    /// <summary>Whether the length of a mail may be told beforehand (RFC 1870).</summary>
    public bool Size => Offers("SIZE");

    /// <summary>The longest mail that is taken, in octets; <see langword="null"/> where the server names no limit.</summary>
    public long? MaxSize =>
        _keywords.TryGetValue("SIZE", out var arguments) && arguments.Length > 0
        && long.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out var octets) && octets > 0
            ? octets
            : null;

    /// <summary>The names of the log-ins that are offered, in upper case (RFC 4954).</summary>
    public IReadOnlyList<string> AuthenticationMechanisms => _keywords.TryGetValue("AUTH", out var names) ? names : [];

    internal static SmtpCapabilities None { get; } = new([]);

    /// <summary>Whether a keyword is offered; without regard to case.</summary>
    public bool Offers(string keyword) => _keywords.ContainsKey(keyword);

    /// <summary>Reads the lines of the answer to EHLO; the first is a greeting.</summary>
    internal static SmtpCapabilities Read(IReadOnlyList<string> lines)
    {
        var keywords = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            // Old servers write AUTH=LOGIN beside AUTH LOGIN.
            var words = line.StartsWith("AUTH=", StringComparison.OrdinalIgnoreCase)
                ? line.Replace('=', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries)
                : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            var arguments = words[1..].Select(word => word.ToUpperInvariant());
            keywords[words[0]] = keywords.TryGetValue(words[0], out var known) ? [.. known.Union(arguments)] : [.. arguments];
        }

        return new SmtpCapabilities(keywords);
    }
}
