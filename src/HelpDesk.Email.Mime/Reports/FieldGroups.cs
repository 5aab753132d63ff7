using HelpDesk.Email.Mime.Documents;
using HelpDesk.Email.Mime.Limits;
using HelpDesk.Email.Mime.Octets;
using HelpDesk.Email.Mime.Parsing;

namespace HelpDesk.Email.Mime.Reports;

/// <summary>Reads the groups of fields of a report, with empty lines between them (RFC 3464 section 2.1).</summary>
internal static class FieldGroups
{
    private const int MostOctets = 1024 * 1024;

    public static List<HeaderFields> Read(MailPart part)
    {
        var octets = new PooledOctets(0);
        PartContent.ReadAll(part, MostOctets, ref octets);
        var source = new OctetSource(octets.Written.ToArray());
        octets.Dispose();
        return Read(source, part.Document.Limits);
    }

    private static List<HeaderFields> Read(OctetSource source, MailReadingLimits limits)
    {
        var groups = new List<HeaderFields>();
        using var window = new OctetWindow(source);
        // The last group has no empty line behind it, which in a message would be a defect and here is none.
        var reader = new HeaderBlockReader(window, source, new BoundaryStack(), limits, new DefectLog());
        while (groups.Count < limits.MaxAddresses)
        {
            // Empty lines and lines that are no field stand between groups; each round passes over at least one line.
            while (!window.Unread.IsEmpty && (window.Unread[0] is (byte)'\r' or (byte)'\n'))
                window.Advance(1);
            if (window.Unread.IsEmpty)
                return groups;
            var node = new PartNode(-1, MediaType.PlainText);
            var start = window.Position;
            reader.Read(node, root: false);
            if (node.HeaderLines.Count > 0)
                groups.Add(new HeaderFields(node.HeaderBlock, node.HeaderLines, limits));
            if (window.Position == start)
                SkipLine(window);
        }

        return groups;
    }

    private static void SkipLine(OctetWindow window)
    {
        var end = window.Unread.IndexOfAny((byte)'\r', (byte)'\n');
        window.Advance(end < 0 ? window.Unread.Length : end + 1);
    }
}
