using System.Buffers;
using System.Text;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>The words of RFC 9051 section 9: atoms, numbers, strings, lists and line ends.</summary>
/// <remarks>
/// Tolerant where servers are known to be careless and nothing can be mistaken (more than one space, a space before the line
/// end), strict everywhere else: what it does not understand is a violation and ends the connection.
/// </remarks>
/// <param name="scanner">The octets.</param>
internal sealed class ImapGrammar(ImapScanner scanner)
{
    private const int DeepestList = 100;

    private static readonly SearchValues<byte> AfterAtom = SearchValues.Create(" ()\"{\r\n\0"u8);
    private static readonly SearchValues<byte> AfterAttribute = SearchValues.Create(" ()[\"{\r\n\0"u8);
    private static readonly SearchValues<byte> AfterSection = SearchValues.Create("]\r\n\0"u8);
    private static readonly SearchValues<byte> AfterNumber = SearchValues.Create(" ()[]{}\"\r\n\0,:<>"u8);
    private static readonly SearchValues<byte> InQuoted = SearchValues.Create("\"\\\r\n\0"u8);
    private static readonly SearchValues<byte> BeforeString = SearchValues.Create("\"{\r\n\0"u8);
    private static readonly SearchValues<byte> LineEnd = SearchValues.Create("\r\n\0"u8);

    /// <summary>The octets below.</summary>
    public ImapScanner Scanner => scanner;

    /// <summary>Takes one octet that must come.</summary>
    public async ValueTask ExpectAsync(char expected)
    {
        if (await scanner.PeekAsync().ConfigureAwait(false) != expected)
        {
            throw scanner.Violation($"the server sent something else where '{expected}' must stand");
        }

        scanner.Take();
    }

    /// <summary>Takes an octet if it is the one that may come.</summary>
    public async ValueTask<bool> TryTakeAsync(char wanted)
    {
        if (await scanner.PeekAsync().ConfigureAwait(false) != wanted)
        {
            return false;
        }

        scanner.Take();
        return true;
    }

    /// <summary>Takes spaces, if there are any.</summary>
    public async ValueTask SpacesAsync()
    {
        while (await scanner.PeekAsync().ConfigureAwait(false) == ' ')
        {
            scanner.Take();
        }
    }

    /// <summary>An atom, or whatever stands up to the next delimiter.</summary>
    /// <exception cref="Servers.MailProtocolException">Nothing stands there.</exception>
    public async ValueTask<string> AtomAsync() => TextOf(await scanner.TakeUntilAsync(AfterAtom).ConfigureAwait(false), "a word");

    /// <summary>The name of an attribute of FETCH, with its section: <c>BODY[HEADER.FIELDS (SUBJECT)]</c>, in upper case.</summary>
    public async ValueTask<string> AttributeAsync()
    {
        var name = TextOf(await scanner.TakeUntilAsync(AfterAttribute).ConfigureAwait(false), "the name of an attribute").ToUpperInvariant();
        if (await TryTakeAsync('[').ConfigureAwait(false))
        {
            var section = Encoding.Latin1.GetString((await scanner.TakeUntilAsync(AfterSection).ConfigureAwait(false)).Span);
            await ExpectAsync(']').ConfigureAwait(false);
            name = $"{name}[{section.ToUpperInvariant()}]";
            if (await scanner.PeekAsync().ConfigureAwait(false) == '<')
            {
                name += TextOf(await scanner.TakeUntilAsync(AfterAtom).ConfigureAwait(false), "an origin");
            }
        }

        return name;
    }

    /// <summary>A number from 0 to 2^63 - 1 (RFC 9051 <c>number64</c>).</summary>
    public async ValueTask<long> NumberAsync()
    {
        var digits = await scanner.TakeUntilAsync(AfterNumber).ConfigureAwait(false);
        return ImapNumber.TryParse(digits.Span, out var number) ? number : throw scanner.Violation("the server sent something that is no number from 0 to 2^63 - 1");
    }

    /// <summary>A number from 1 to 2^32 - 1: a UID, a UIDVALIDITY.</summary>
    public async ValueTask<uint> NonZeroAsync() => await NumberAsync().ConfigureAwait(false) is > 0 and <= uint.MaxValue and var number
        ? (uint)number
        : throw scanner.Violation("the server sent a UID that is not from 1 to 2^32 - 1");

    /// <summary>The head of a string: NIL, a quoted string as octets, or the length of a literal that follows.</summary>
    public async ValueTask<ImapStringHead> StringHeadAsync()
    {
        switch (await scanner.PeekAsync().ConfigureAwait(false))
        {
            case (byte)'"':
                return new(await QuotedAsync().ConfigureAwait(false), null);
            case (byte)'~':
                // literal8 of RFC 3516: the same, with NUL allowed.
                scanner.Take();
                return new(null, await LiteralHeadAsync().ConfigureAwait(false));
            case (byte)'{':
                return new(null, await LiteralHeadAsync().ConfigureAwait(false));
            default:
                var word = await AtomAsync().ConfigureAwait(false);
                return word.Equals("NIL", StringComparison.OrdinalIgnoreCase) ? default : new(Encoding.Latin1.GetBytes(word), null);
        }
    }

    /// <summary>A string of any form as octets; <see langword="null"/> for NIL.</summary>
    /// <param name="most">How long it may be.</param>
    public async ValueTask<byte[]?> StringAsync(int most)
    {
        var head = await StringHeadAsync().ConfigureAwait(false);
        if (head.Literal is not { } length)
        {
            return head.Quoted;
        }

        if (length > most)
        {
            throw scanner.TooMuch($"the server announced a string of {length} octets where {most} are enough");
        }

        var octets = new byte[length];
        for (var done = 0; done < octets.Length;)
        {
            var piece = await scanner.TakeOctetsAsync(octets.Length - done).ConfigureAwait(false);
            piece.CopyTo(octets.AsMemory(done));
            done += piece.Length;
        }

        return octets;
    }

    /// <summary>Takes a value of any form, lists in lists too, and forgets it.</summary>
    public async ValueTask SkipValueAsync()
    {
        var depth = 0;
        scanner.ExpectList();
        do
        {
            await SpacesAsync().ConfigureAwait(false);
            if (await TryTakeAsync('(').ConfigureAwait(false))
            {
                if (++depth > DeepestList)
                {
                    throw scanner.TooMuch("the server sent lists in lists without end");
                }
            }
            else if (depth > 0 && await TryTakeAsync(')').ConfigureAwait(false))
            {
                depth--;
            }
            else if (await scanner.PeekAsync().ConfigureAwait(false) == ')')
            {
                throw scanner.Violation("the server closed a list that it had not opened");
            }
            else
            {
                await SkipStringAsync().ConfigureAwait(false);
            }
        }
        while (depth > 0);
    }

    /// <summary>Takes a string of any form, and a literal of any length, and forgets it.</summary>
    public async ValueTask SkipStringAsync()
    {
        for (var left = (await StringHeadAsync().ConfigureAwait(false)).Literal ?? 0; left > 0;)
        {
            left -= (await scanner.TakeOctetsAsync(left).ConfigureAwait(false)).Length;
        }
    }

    /// <summary>The rest of the line as text, and its end.</summary>
    public async ValueTask<string> RestOfLineAsync()
    {
        var text = ServerText.Decode((await scanner.TakeUntilAsync(LineEnd).ConfigureAwait(false)).Span);
        await LineEndAsync().ConfigureAwait(false);
        return text;
    }

    /// <summary>Takes a run up to a closing bracket, or to the end of the line where there is none.</summary>
    public async ValueTask<string> BracketedAsync() => ServerText.Decode((await scanner.TakeUntilAsync(AfterSection).ConfigureAwait(false)).Span);

    /// <summary>The end of a response.</summary>
    public async ValueTask LineEndAsync()
    {
        await SpacesAsync().ConfigureAwait(false);
        await ExpectAsync('\r').ConfigureAwait(false);
        await ExpectAsync('\n').ConfigureAwait(false);
        scanner.EndLine();
    }

    /// <summary>Takes the rest of a response of an unknown kind, its literals too.</summary>
    public async ValueTask SkipResponseAsync()
    {
        scanner.ExpectList();
        while (true)
        {
            // Words, spaces and parentheses say nothing to anybody here.
            await scanner.SkipUntilAsync(BeforeString).ConfigureAwait(false);
            if (await scanner.PeekAsync().ConfigureAwait(false) is (byte)'"' or (byte)'{')
            {
                await SkipStringAsync().ConfigureAwait(false);
            }
            else
            {
                await LineEndAsync().ConfigureAwait(false);
                return;
            }
        }
    }

    private async ValueTask<byte[]> QuotedAsync()
    {
        await ExpectAsync('"').ConfigureAwait(false);
        using var octets = new MemoryStream();
        while (true)
        {
            octets.Write((await scanner.TakeUntilAsync(InQuoted).ConfigureAwait(false)).Span);
            if (await TryTakeAsync('"').ConfigureAwait(false))
            {
                return octets.ToArray();
            }

            await ExpectAsync('\\').ConfigureAwait(false);
            octets.WriteByte(await scanner.PeekAsync().ConfigureAwait(false));
            scanner.Take();
        }
    }

    private async ValueTask<long> LiteralHeadAsync()
    {
        await ExpectAsync('{').ConfigureAwait(false);
        var length = await NumberAsync().ConfigureAwait(false);
        await ExpectAsync('}').ConfigureAwait(false);
        await ExpectAsync('\r').ConfigureAwait(false);
        await ExpectAsync('\n').ConfigureAwait(false);
        scanner.Remark($" ({length} octets)");
        return length;
    }

    private string TextOf(ReadOnlyMemory<byte> octets, string what) =>
        octets.IsEmpty ? throw scanner.Violation($"the server sent nothing where {what} must stand") : Encoding.Latin1.GetString(octets.Span);
}
