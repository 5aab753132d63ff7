using System.Runtime.InteropServices;

namespace HelpDesk.Email.Messages;

internal sealed class MemoryMailContent(ReadOnlyMemory<byte> octets) : MailContent
{
    public override long Length => octets.Length;

    public override bool TryGetMemory(out ReadOnlyMemory<byte> content)
    {
        content = octets;
        return true;
    }

    public override Stream OpenRead()
    {
        if (MemoryMarshal.TryGetArray(octets, out var segment))
        {
            return new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false);
        }

        return new MemoryStream(octets.ToArray(), writable: false);
    }
}
