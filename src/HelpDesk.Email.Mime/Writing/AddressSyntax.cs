using System.Buffers;
using System.Text;
using HelpDesk.Email.Mime.Headers;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Which addresses may be written (RFC 5321 section 4.1.2).</summary>
internal static class AddressSyntax
{
    private const int Longest = 512;
    private static readonly SearchValues<char> LiteralCharacters = SearchValues.Create("0123456789abcdefABCDEFIPv:.");

    /// <summary>Gives an address back if it may be written.</summary>
    /// <exception cref="MailCompositionException">It may not.</exception>
    public static string Require(string? address, string field, bool allowUtf8)
    {
        if (string.IsNullOrEmpty(address))
            throw new MailCompositionException($"{field} holds a mailbox without an address.");
        if (!Ascii.IsValid(address) && !allowUtf8)
            throw new MailCompositionException($"{field}: the address '{Shown(address)}' has characters beyond ASCII, and this message may not use SMTPUTF8.");
        if (!IsSound(address))
            throw new MailCompositionException($"{field}: '{Shown(address)}' is no address.");
        return address;
    }

    private static bool IsSound(string address)
    {
        var at = address.LastIndexOf('@');
        return address.Length <= Longest && at > 0 && IsLocal(address.AsSpan(0, at)) && IsDomain(address.AsSpan(at + 1));
    }

    private static bool IsLocal(ReadOnlySpan<char> local) => AddressText.IsDotAtom(local) ? AreCharacters(local) : IsQuoted(local);

    private static bool IsQuoted(ReadOnlySpan<char> local)
    {
        if (local.Length < 2 || local[0] != '"' || local[^1] != '"')
            return false;
        var inner = local[1..^1];
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '"' || (inner[i] == '\\' && ++i == inner.Length))
                return false;
        }

        return AreCharacters(inner);
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        if (domain.Length > 2 && domain[0] == '[' && domain[^1] == ']')
            return domain[1..^1].IndexOfAnyExcept(LiteralCharacters) < 0;
        if (domain.IsEmpty || domain[0] is '.' or '-' || domain[^1] == '.' || domain.Contains("..", StringComparison.Ordinal))
            return false;
        foreach (var c in domain)
        {
            if (!(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' || c >= 0xA0))
                return false;
        }

        return AreCharacters(domain);
    }

    /// <summary>No controls, no line ends of Unicode, no halves of characters.</summary>
    private static bool AreCharacters(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                return false;
        }

        return true;
    }

    private static string Shown(string address) => TextHygiene.ForHeader(address.Length > 200 ? address[..200] : address);
}
