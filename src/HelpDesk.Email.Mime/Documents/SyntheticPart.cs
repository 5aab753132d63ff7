using HelpDesk.Email.Mime.Limits;
using HelpDesk.Email.Mime.Octets;
using HelpDesk.Email.Mime.Parsing;
using HelpDesk.Email.Mime.Writing;

namespace HelpDesk.Email.Mime.Documents;

/// <summary>Describes something found inside a part as a part of its own: with a header made for it, over a range of octets.</summary>
internal static class SyntheticPart
{
    private const int LongestName = 1000;

    public static PartNode Node(string mediaType, string? fileName, string? contentId, string? encoding, OctetRange body)
    {
        var writer = new HeaderWriter();
        ParameterWriter.Write(writer, "Content-Type", MediaTypeNames.Sound(mediaType), mediaType.StartsWith("text/", StringComparison.Ordinal) ? [new("charset", "utf-8")] : []);
        if (encoding is not null)
            writer.Field("Content-Transfer-Encoding", encoding);
        if (fileName is not null)
            ParameterWriter.Write(writer, "Content-Disposition", "attachment", [new("filename", Short(fileName))]);
        if (contentId is not null)
            ParameterWriter.Write(writer, "Content-ID", $"<{TextHygiene.ForHeader(Short(contentId))}>", []);
        writer.End();
        using var scanner = new StructureScanner(new OctetSource(writer.ToArray()), MailReadingLimits.Default, new DefectLog());
        var node = scanner.Scan()[0];
        node.BodyStart = body.Start;
        node.BodyEnd = body.End;
        return node;
    }

    /// <summary>Containers give names without measure; nobody needs one that fills a screen.</summary>
    private static string Short(string name) => name.Length > LongestName ? name[..LongestName] : name;
}
