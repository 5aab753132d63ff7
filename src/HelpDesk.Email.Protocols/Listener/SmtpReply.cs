using System.Buffers;
using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>An answer to a client (RFC 5321 section 4.2).</summary>
/// <param name="Code">Its three digits.</param>
/// <param name="EnhancedStatusCode">The code of RFC 3463, where the answer has one (RFC 2034).</param>
/// <param name="Lines">Its lines of ASCII text.</param>
internal sealed record SmtpReply(int Code, string? EnhancedStatusCode, params string[] Lines)
{
    /// <summary>What comes after it.</summary>
    public SmtpNext Next { get; init; }

    /// <summary>Whether it refuses what the client asked for.</summary>
    public bool IsRefusal => Code >= 500;

    /// <summary>Writes it as it goes over the wire.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        for (var i = 0; i < Lines.Length; i++)
        {
            var separator = i == Lines.Length - 1 ? ' ' : '-';
            var status = EnhancedStatusCode is null ? string.Empty : EnhancedStatusCode + " ";
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Code}{separator}{status}{Lines[i]}\r\n"), output);
        }
    }
}
