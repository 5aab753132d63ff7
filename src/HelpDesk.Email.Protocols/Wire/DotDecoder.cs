namespace HelpDesk.Email.Protocols.Wire;

/// <summary>Takes the dots off a mail on the wire and finds its end (RFC 5321 section 4.5.2).</summary>
/// <remarks>
/// <para>The end is CR LF <c>.</c> CR LF and nothing else: not LF <c>.</c> LF, not LF <c>.</c> CR LF, not CR <c>.</c> CR, not
/// CR LF <c>.</c> LF (CVE-2023-51764, SMTP smuggling). A bare CR and a bare LF are octets like others: they stay in the
/// mail as they came, and a dot after them stays too. The command that came before counts as a line end, so a dot can
/// stand at the very start. The CR LF before the last dot belongs to the mail.</para>
/// <para>Octets may come in pieces of any length. Linear in time; for one mail.</para>
/// </remarks>
internal sealed class DotDecoder
{
    private Place _place = Place.LineStart;

    private enum Place
    {
        LineStart,
        Text,
        AfterCr,
        AfterDot,
        AfterDotCr,
    }

    /// <summary>Goes on with some octets.</summary>
    /// <param name="input">What came from the wire.</param>
    /// <param name="output">Takes the octets of the mail; one longer than <paramref name="input"/> at least.</param>
    /// <param name="consumed">How many octets of the input belong to this mail and its end.</param>
    /// <param name="written">How many octets of the mail stand in the output.</param>
    /// <returns>Whether the mail has ended.</returns>
    public bool Decode(ReadOnlySpan<byte> input, Span<byte> output, out int consumed, out int written)
    {
        consumed = 0;
        written = 0;
        while (consumed < input.Length)
        {
            var octet = input[consumed];
            switch (_place)
            {
                case Place.LineStart when octet == '.':
                    consumed++;
                    _place = Place.AfterDot;
                    break;
                case Place.AfterDot when octet == '\r':
                    consumed++;
                    _place = Place.AfterDotCr;
                    break;
                case Place.AfterDotCr when octet == '\n':
                    consumed++;
                    return true;
                case Place.AfterDotCr:
                    // The line goes on after all: the dot was stuffing, and the CR that was held back is the mail's.
                    output[written++] = (byte)'\r';
                    _place = Place.AfterCr;
                    break;
                case Place.AfterCr when octet is (byte)'\n' or (byte)'\r':
                    output[written++] = octet;
                    consumed++;
                    _place = octet == '\n' ? Place.LineStart : Place.AfterCr;
                    break;
                default:
                    _place = CopyThroughCr(input, output, ref consumed, ref written);
                    break;
            }
        }

        return false;
    }

    private static Place CopyThroughCr(ReadOnlySpan<byte> input, Span<byte> output, ref int consumed, ref int written)
    {
        var rest = input[consumed..];
        var cr = rest.IndexOf((byte)'\r');
        var run = cr < 0 ? rest : rest[..(cr + 1)];
        run.CopyTo(output[written..]);
        consumed += run.Length;
        written += run.Length;
        return cr < 0 ? Place.Text : Place.AfterCr;
    }
}
