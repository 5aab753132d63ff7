using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>Quoted strings (RFC 5322 section 3.2.4).</summary>
internal static class QuotedText
{
    /// <summary>Appends the content of a quoted string, each escaped octet for itself.</summary>
    public static void Unescape(ReadOnlySpan<byte> content, ref PooledOctets text)
    {
        while (true)
        {
            var escape = content.IndexOf((byte)'\\');
            if (escape < 0 || escape + 1 == content.Length)
            {
                text.Append(content);
                return;
            }

            text.Append(content[..escape]);
            text.Append(content[escape + 1]);
            content = content[(escape + 2)..];
        }
    }
}
