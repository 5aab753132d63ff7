using System.Text;
using HelpDesk.Email.Mime.Headers;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Writes address lists (RFC 5322 section 3.4).</summary>
internal static class AddressWriter
{
    private const int LongestQuoted = 64;
    private const int LongestName = 4000;

    public static void Write(HeaderWriter writer, string field, IReadOnlyList<MailAddressBox> boxes, bool allowUtf8)
    {
        if (boxes.Count == 0)
            return;
        writer.Begin(field);
        for (var i = 0; i < boxes.Count; i++)
        {
            var address = AddressSyntax.Require(boxes[i].Address, field, allowUtf8);
            var comma = i + 1 < boxes.Count ? "," : "";
            var name = TextHygiene.ForHeader(Shorten(boxes[i].Name ?? ""));
            if (name.Length == 0)
            {
                writer.Word(address + comma);
                continue;
            }

            WriteName(writer, name);
            writer.Word($"<{address}>{comma}");
        }

        writer.End();
    }

    // A longer one is no name, and servers and readers cut fields that go on for kilobytes, the address with them.
    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..LongestName];

    private static void WriteName(HeaderWriter writer, string name)
    {
        var words = name.Split(' ');
        if (!Ascii.IsValid(name) || name.Contains("=?", StringComparison.Ordinal))
        {
            Encode(writer, name);
        }
        else if (Array.TrueForAll(words, word => word.Length is > 0 and <= LongestQuoted && word.All(AddressText.IsAtomText)))
        {
            foreach (var word in words)
                writer.Word(word);
        }
        else if (name.Length <= LongestQuoted)
        {
            writer.Word($"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }
        else
        {
            Encode(writer, name);
        }
    }

    private static void Encode(HeaderWriter writer, string name)
    {
        foreach (var word in EncodedWordWriter.Encode(name, HeaderWriter.Width - writer.Column - 1))
            writer.Word(word);
    }
}
