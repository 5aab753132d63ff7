using System.Text;
using HelpDesk.Email.Mime.Containers;
using HelpDesk.Email.Mime.Octets;
using HelpDesk.Email.Mime.Parsing;

namespace HelpDesk.Email.Mime.Documents;

/// <summary>
/// Adds to the parts of a message what stands inside them: the files of a TNEF file, the content of S/MIME signed data, uuencoded
/// files and OpenPGP signatures in text. What it adds is looked at in turn, so containers in containers need no recursion.
/// </summary>
internal sealed class PartUnpacking(MailDocument document, List<MailPart> parts)
{
    private MailReadingLimits Limits => document.Limits;

    public void Run()
    {
        var given = parts.Count;
        for (var i = 0; i < parts.Count && parts.Count < Limits.MaxParts; i++)
        {
            var part = parts[i];
            if (!part.IsLeaf)
                continue;
            if (part.IsMultipartWithoutParts && i < given)
                UnpackMultipart(part);
            else if (part.MediaType.IsPlainText)
                UnpackText(part);
            else if (IsTnef(part))
                UnpackTnef(part);
            else if (part.MediaType.Type == "application" && part.MediaType.Subtype is "pkcs7-mime" or "x-pkcs7-mime")
                UnpackSigned(part);
        }
    }

    /// <summary>A multipart whose own boundary never comes may use another: its header was made by someone else than its body.</summary>
    private void UnpackMultipart(MailPart part)
    {
        var range = part.Source.Part(part.Body);
        if (BoundaryGuess.Find(range) is not { } boundary)
            return;
        using var scanner = new StructureScanner(range, Limits, document.DefectLog);
        var nodes = scanner.ScanBody(part.MediaType, boundary);
        if (nodes.Count < 2)
            return;
        part.Open();
        var first = parts.Count - 1;
        foreach (var node in nodes.Skip(1))
        {
            if (!Add(node.Parent == 0 ? part : parts[first + node.Parent], range, node))
                return;
        }
    }

    private static bool IsTnef(MailPart part) =>
        part.MediaType.Type == "application"
        && (part.MediaType.Subtype is "ms-tnef" or "vnd.ms-tnef" || "winmail.dat".Equals(part.FileName, StringComparison.OrdinalIgnoreCase));

    private void UnpackText(MailPart part)
    {
        if (part.TransferEncoding is not (TransferEncoding.Identity or TransferEncoding.Unknown) || part.Disposition == "attachment" || part.RawLength > Limits.MaxDecodedTextChars)
            return;
        if (part.Source.InMemory)
        {
            UnpackText(part, part.Source.Slice(part.Body).Span);
            return;
        }

        var octets = new PooledOctets(0);
        PartContent.ReadAll(part, Limits.MaxDecodedTextChars, ref octets);
        UnpackText(part, octets.Written);
        octets.Dispose();
    }

    private void UnpackText(MailPart part, ReadOnlySpan<byte> text)
    {
        if (!InlineBlocks.MayHold(text))
            return;
        var blocks = InlineBlocks.Find(text);
        if (blocks.Count == 0)
            return;
        part.InlineBlocks = blocks;
        foreach (var block in blocks)
        {
            var range = new OctetRange(part.Body.Start + block.Start, block.End - block.Start);
            if (block.Kind == InlineBlockKind.UuFile)
                Add(part, part.Source, SyntheticPart.Node(MediaTypeNames.For(block.Name), block.Name ?? "", null, "x-uuencode", range));
            else if (block.Kind == InlineBlockKind.PgpSignature)
                Add(part, part.Source, SyntheticPart.Node("application/pgp-signature", "signature.asc", null, null, range));
        }
    }

    private void UnpackTnef(MailPart part)
    {
        if (Content(part, "tnef file too large to open") is not { } octets)
            return;
        var message = TnefMessage.Read(octets, Limits.MaxAttachments, Limits.MaxDecodedTextChars);
        if (message is null || (message.Files.Count == 0 && message.Text is null && message.Html is null))
        {
            document.DefectLog.Add(MailDefectKind.UnreadableContainer, "unreadable tnef file");
            return;
        }

        part.IsUnpacked = true;
        // The body of a message inside is a file to whoever reads the message around it.
        var name = part.Parent is { IsUnpacked: true } ? part.FileName ?? "message" : null;
        if (!string.IsNullOrWhiteSpace(message.Text))
            AddBody(part, "text/plain", message.Text, name is null ? null : name + ".txt");
        if (!string.IsNullOrWhiteSpace(message.Html))
            AddBody(part, "text/html", message.Html, name is null ? null : name + ".html");
        foreach (var file in message.Files)
        {
            var type = file.IsMessage ? "application/ms-tnef" : file.MediaType ?? MediaTypeNames.For(file.Name);
            Add(part, new OctetSource(file.Content), SyntheticPart.Node(type, file.Name ?? "", file.ContentId, null, new OctetRange(0, file.Content.Length)));
        }
    }

    private void UnpackSigned(MailPart part)
    {
        if (Content(part, "s/mime envelope too large to open") is not { } octets || SignedData.Content(octets) is not { } content)
            return;
        part.IsUnpacked = true;
        var source = new OctetSource(content);
        using var scanner = new StructureScanner(source, Limits, document.DefectLog);
        var first = parts.Count;
        foreach (var node in scanner.Scan())
        {
            if (!Add(node.Parent < 0 ? part : parts[first + node.Parent], source, node))
                return;
        }
    }

    private void AddBody(MailPart parent, string type, string text, string? fileName)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        if (Add(parent, new OctetSource(octets), SyntheticPart.Node(type, fileName, null, "8bit", new OctetRange(0, octets.Length))))
            parts[^1].IsSpareBody = fileName is null;
    }

    private bool Add(MailPart parent, OctetSource source, PartNode node)
    {
        if (parts.Count >= Limits.MaxParts)
        {
            document.DefectLog.Add(MailDefectKind.LimitExceeded, "too many parts");
            return false;
        }

        parts.Add(new MailPart(document, source, node, parent, parts.Count, headers: null));
        return true;
    }

    /// <summary>The decoded content of a container, or null where it is too large or containers stand too deep in each other.</summary>
    private ReadOnlyMemory<byte>? Content(MailPart part, string tooLarge)
    {
        var depth = 0;
        for (var around = part.Parent; around is not null; around = around.Parent)
            depth += around.IsUnpacked ? 1 : 0;
        if (depth >= Limits.MaxMessageDepth)
        {
            document.DefectLog.Add(MailDefectKind.LimitExceeded, "messages too deep in each other");
            return null;
        }

        if (part.Source.InMemory && part.TransferEncoding is TransferEncoding.Identity or TransferEncoding.Unknown)
            return part.Source.Slice(part.Body);
        var octets = new PooledOctets(0);
        try
        {
            if (PartContent.ReadAll(part, Limits.MaxContainerOctets, ref octets))
                return octets.Written.ToArray();
            document.DefectLog.Add(MailDefectKind.LimitExceeded, tooLarge);
            return null;
        }
        finally
        {
            octets.Dispose();
        }
    }
}
