using System.Buffers;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Looks whether a message can be attached as it is: seven bits, lines of at most 998 octets, CR and LF only together.</summary>
internal static class MessageOctets
{
    private const int LongestLine = 998;

    public static bool CanTravel(Func<Stream> open)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            using var stream = open();
            var line = 0;
            var hyphens = 0;
            var last = (byte)'\n';
            for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            {
                foreach (var octet in buffer.AsSpan(0, count))
                {
                    if (octet is 0 or > 127 || (last == '\r') != (octet == '\n'))
                        return false;
                    // A line that starts like one of our boundaries must not stand in a part.
                    hyphens = line == hyphens && octet == "--=_"[hyphens] ? hyphens + 1 : 0;
                    if (hyphens == 4)
                        return false;
                    line = octet == '\n' ? 0 : line + 1;
                    if (line > LongestLine + 1)
                        return false;
                    last = octet;
                }
            }

            return last != '\r';
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
