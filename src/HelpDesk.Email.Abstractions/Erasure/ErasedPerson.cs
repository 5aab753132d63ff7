using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Erasure;

/// <summary>Who is to be erased, and how they are recognised. Immutable.</summary>
public sealed class ErasedPerson
{
    private const string ErasedName = "[erased]";

    private readonly HashSet<string> _keys;
    private readonly IReadOnlyList<(string Text, string Instead)> _needles;

    /// <summary>Makes one.</summary>
    /// <param name="addresses">All of their addresses.</param>
    /// <param name="names">Their names; those of fewer than three characters are left out.</param>
    public ErasedPerson(IEnumerable<EmailAddress> addresses, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(names);
        Addresses = [.. addresses.Distinct()];
        Names = [.. names.Select(name => name.Trim()).Where(name => name.Length > 2).Distinct(StringComparer.OrdinalIgnoreCase)];
        _keys = [.. Addresses.Select(address => address.Key)];
        _needles = [.. Addresses.SelectMany(address => Forms(address.Key, Placeholder.Address)).Concat(Names.SelectMany(name => Forms(name, ErasedName))).OrderByDescending(form => form.Text.Length)];
    }

    /// <summary>The address that stands where one of theirs stood; nobody can have it (RFC 2606 section 2).</summary>
    public static EmailAddress Placeholder { get; } = EmailAddress.Create("erased@erased.invalid");

    /// <summary>All of their addresses.</summary>
    public IReadOnlyList<EmailAddress> Addresses { get; }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The numbers of the tickets that are theirs, as the ticket store of the host says.</summary>
    public IReadOnlyList<string> Tickets { get; init; } = [];

    /// <summary>What the audit names them by: a keyed hash of each address.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Why they are erased, without their addresses and names.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Addresses and names as they may stand in texts, HTML and JSON: what has none of these names nobody.</summary>
    public IEnumerable<string> Needles => _needles.Select(needle => needle.Text);

    /// <summary>The same person with more of their tickets known.</summary>
    public ErasedPerson With(IReadOnlyList<string> tickets) => new(Addresses, Names) { Tickets = tickets, Marks = Marks, Reason = Reason };

    /// <summary>Whether an address is theirs, whatever its case.</summary>
    public bool Has(string? address) => address is not null && _keys.Contains(address.ToLowerInvariant());

    /// <summary>Whether one of their addresses or names stands in a text, as a word of its own.</summary>
    public bool IsNamedIn(string? text) => text is not null && _needles.Any(needle => Find(text, needle.Text, 0) >= 0);

    /// <summary>A text without their addresses and names. JSON and HTML stay what they are.</summary>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (needle, instead) in _needles)
        {
            for (var at = Find(text, needle, 0); at >= 0; at = Find(text, needle, at + instead.Length))
            {
                text = string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + needle.Length));
            }
        }

        return text;
    }

    // As it is, and as writers of JSON and HTML encode it.
    private static IEnumerable<(string Text, string Instead)> Forms(string text, string instead) =>
        new[] { text, JsonEncodedText.Encode(text).ToString(), JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), WebUtility.HtmlEncode(text) }
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(form => (form, instead));

    private static int Find(string text, string needle, int start)
    {
        for (var at = text.IndexOf(needle, start, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(needle, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !GoesOn(text.AsSpan(0, at))) && (at + needle.Length == text.Length || !char.IsLetterOrDigit(text[at + needle.Length])))
            {
                return at;
            }
        }

        return -1;
    }

    // Whether a longer address or word ends here. Letters of an escape of JSON (\n, \u003c) are no such thing.
    private static bool GoesOn(ReadOnlySpan<char> before)
    {
        var isEscape = (before.Length > 1 && before[^2] == '\\') || (before.Length > 5 && before[^6..].StartsWith(@"\u", StringComparison.Ordinal));
        return !isEscape && (char.IsLetterOrDigit(before[^1]) || before[^1] is '.' or '+' or '_' or '-');
    }
}
