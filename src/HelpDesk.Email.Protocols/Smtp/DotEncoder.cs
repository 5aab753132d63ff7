using System.Buffers;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>Writes a mail as it goes through DATA (RFC 5321 section 4.5.2).</summary>
/// <remarks>
/// A dot at the start of a line gets another one. A bare CR and a bare LF become CR LF, so that no server can take them for
/// the end of a line that another one does not see (CVE-2023-51764). Octets may come in pieces of any length. For one mail.
/// </remarks>
internal sealed class DotEncoder
{
    private bool _isLineStart = true;
    private bool _isAfterCr;

    /// <summary>Writes some octets of the mail.</summary>
    public void Encode(ReadOnlySpan<byte> octets, IBufferWriter<byte> output)
    {
        while (!octets.IsEmpty)
        {
            if (_isAfterCr)
            {
                // The line end itself is written now, whether its LF came or not.
                output.Write("\r\n"u8);
                _isAfterCr = false;
                _isLineStart = true;
                octets = octets[0] == '\n' ? octets[1..] : octets;
                continue;
            }

            if (_isLineStart && octets[0] == '.')
            {
                output.Write("."u8);
            }

            var end = octets.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? octets : octets[..end];
            output.Write(line);
            _isLineStart &= line.IsEmpty;
            if (end < 0)
            {
                return;
            }

            if (octets[end] == '\n')
            {
                output.Write("\r\n"u8);
                _isLineStart = true;
            }
            else
            {
                _isAfterCr = true;
            }

            octets = octets[(end + 1)..];
        }
    }

    /// <summary>Ends the mail: its last line, and the line with the dot alone.</summary>
    public void End(IBufferWriter<byte> output)
    {
        output.Write(_isLineStart && !_isAfterCr ? ".\r\n"u8 : "\r\n.\r\n"u8);
    }
}
