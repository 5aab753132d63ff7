using System.Buffers;
using System.Globalization;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Identity;

/// <summary>Looks at how From is written: what a server says about its domain proves nobody if people read another address there.</summary>
internal static class AuthorField
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("@\uFF20\uFE6B");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t<>()[]\",;:'");

    /// <summary>Why the one address of From is not what people see there, or <see langword="null"/>.</summary>
    public static string? WhyNotPlain(InboundMail mail)
    {
        if (mail.From.Count != 1 || mail.HeaderValues("From").Skip(1).Any())
        {
            return "not exactly one address in From";
        }

        if (IsGroup(mail.HeaderValues("From").FirstOrDefault() ?? string.Empty))
        {
            return "From is a group";
        }

        return mail.From[0].Name is { } name && HoldsAnother(name, mail.From[0].Address) ? "the name in From holds another address" : null;
    }

    /// <summary>Whether two domains are the same, in Unicode or not.</summary>
    public static bool AreSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || (Ascii(one) is { } ascii && string.Equals(ascii, Ascii(other), StringComparison.OrdinalIgnoreCase));

    // name: a@b, c@d; (RFC 5322 section 3.4): both signs outside of quotes and comments.
    private static bool IsGroup(string value)
    {
        var words = FieldWords.Read(value);
        return words.Exists(word => word.IsSignOf(';')) && value.Contains(':', StringComparison.Ordinal);
    }

    private static bool HoldsAnother(string name, string address)
    {
        var rest = name.AsSpan();
        while (rest.IndexOfAny(Signs) is >= 0 and var at)
        {
            var start = rest[..at].LastIndexOfAny(Ends) + 1;
            var length = rest[at..].IndexOfAny(Ends);
            var end = length < 0 ? rest.Length : at + length;
            if (start < at && at + 1 < end && !rest[start..end].Equals(address, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            rest = rest[end..];
        }

        return false;
    }

    private static string? Ascii(string domain)
    {
        try
        {
            return new IdnMapping().GetAscii(domain);
        }
        catch (ArgumentException)
        {
            // No domain in any script: the same as nothing.
            return null;
        }
    }
}
