using System.Text;
using HelpDesk.Email.Mime.Headers;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime;

/// <summary>
/// Reads address lists (RFC 5322 section 3.4) as mail really carries them. Groups are flattened to their members, display
/// names are decoded, comments serve as names where nothing else does. Linear in the length of the list; thread-safe.
/// </summary>
public static class MailAddresses
{
    /// <summary>Reads an address list.</summary>
    /// <param name="list">The value of a header such as To, folded or not.</param>
    /// <param name="max">How many mailboxes are read at most.</param>
    /// <returns>The mailboxes in order. One that can't be read has no address and its text as its name.</returns>
    public static IReadOnlyList<MailAddressBox> Parse(ReadOnlySpan<char> list, int max)
    {
        var buffer = new PooledOctets(list.Length + (list.Length >> 1));
        buffer.Commit(Encoding.UTF8.GetBytes(list, buffer.Reserve(Encoding.UTF8.GetMaxByteCount(list.Length))));
        var boxes = Parse(buffer.Written, max, defaultCharset: null);
        buffer.Dispose();
        return boxes;
    }

    /// <summary>Reads the octets of an address list.</summary>
    /// <param name="list">The value of a header such as To, folded or not.</param>
    /// <param name="max">How many mailboxes are read at most.</param>
    /// <param name="defaultCharset">The charset of 8-bit octets that are no UTF-8; null means Windows-1252.</param>
    /// <returns>The mailboxes in order. One that can't be read has no address and its text as its name.</returns>
    public static IReadOnlyList<MailAddressBox> Parse(ReadOnlySpan<byte> list, int max, string? defaultCharset)
    {
        var boxes = new List<MailAddressBox>();
        Read(list, max, defaultCharset, boxes);
        return boxes;
    }

    /// <summary>Adds the mailboxes of a list to others, up to a number of them all.</summary>
    /// <returns>Whether the whole list was read.</returns>
    internal static bool Read(ReadOnlySpan<byte> list, int max, string? defaultCharset, List<MailAddressBox> boxes)
    {
        var buffer = new PooledOctets(0);
        var reader = new AddressListReader(HeaderText.Unfold(list, ref buffer), defaultCharset);
        try
        {
            while (reader.Next(out var box))
            {
                if (boxes.Count >= max)
                    return false;
                boxes.Add(box);
            }

            return true;
        }
        finally
        {
            reader.Dispose();
            buffer.Dispose();
        }
    }
}
