using System.Buffers;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Identity;

/// <summary>Reads an address that stands in a text as people's mail programs write it there. Linear.</summary>
internal static class WrittenAddress
{
    private const string LinkScheme = "mailto:";

    private static readonly SearchValues<char> Opening = SearchValues.Create("<[(");
    private static readonly SearchValues<char> Closing = SearchValues.Create(">])");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t<>()[]\",;'*");

    /// <summary>
    /// The address in <c>Ann &lt;ann@example.com&gt;</c>, <c>Ann [mailto:ann@example.com]</c>, <c>ann@example.com</c> and their like: the
    /// last one in brackets, for a name may look like an address too.
    /// </summary>
    public static EmailAddress? Read(string value)
    {
        var close = value.AsSpan().LastIndexOfAny(Closing);
        while (close > 0)
        {
            var open = value.AsSpan(0, close).LastIndexOfAny(Opening);
            if (open < 0)
            {
                break;
            }

            if (Make(value[(open + 1)..close], value[..open]) is { } bracketed)
            {
                return bracketed;
            }

            close = value.AsSpan(0, open).LastIndexOfAny(Closing);
        }

        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = value.AsSpan(0, at).LastIndexOfAny(Ends) + 1;
        var length = value.AsSpan(at).IndexOfAny(Ends);
        return Make(length < 0 ? value[start..] : value[start..(at + length)], string.Empty);
    }

    private static EmailAddress? Make(string address, string name)
    {
        var bare = address.Trim();
        bare = bare.StartsWith(LinkScheme, StringComparison.OrdinalIgnoreCase) ? bare[LinkScheme.Length..] : bare;

        // A name that is the address once more says nothing.
        var shown = name.Trim().Trim('"', '\'', '*', ' ', '<', '[', '(');
        return EmailAddress.TryCreate(bare, shown.Contains('@', StringComparison.Ordinal) ? null : shown, out var made) ? made : null;
    }
}
