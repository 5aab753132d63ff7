namespace HelpDesk.Email.QuickStart.Tests.Smtp;

/// <summary>The octets of a mail as they go over the wire (RFC 5321 section 4.5.2), changed in nothing else.</summary>
internal static class DotStuffing
{
    public static ReadOnlyMemory<byte> Encode(ReadOnlySpan<byte> octets)
    {
        var wire = new List<byte>(octets.Length + 100);
        var atLineStart = true;
        for (var i = 0; i < octets.Length; i++)
        {
            if (atLineStart && octets[i] == '.')
            {
                wire.Add((byte)'.');
            }

            wire.Add(octets[i]);
            atLineStart = octets[i] == '\n' && i > 0 && octets[i - 1] == '\r';
        }

        wire.AddRange(atLineStart ? ".\r\n"u8 : "\r\n.\r\n"u8);
        return wire.ToArray();
    }
}
