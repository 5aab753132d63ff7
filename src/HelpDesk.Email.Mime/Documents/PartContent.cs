using System.Buffers;
using HelpDesk.Email.Mime.Containers;
using HelpDesk.Email.Mime.Encodings;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Documents;

/// <summary>Decodes the content of a part as a whole.</summary>
internal static class PartContent
{
    public static string Text(MailPart part, TextForm form)
    {
        var limits = part.Document.Limits;
        var defects = part.Document.DefectLog;
        if (part.Source.InMemory && part.InlineBlocks is null && part.TransferEncoding is TransferEncoding.Identity or TransferEncoding.Unknown)
            return Decode(part, part.Source.Slice(part.Body).Span, form);

        var octets = new PooledOctets(0);
        try
        {
            var asIs = part.TransferEncoding == TransferEncoding.Base64 && !Base64Look.IsLikely(part);
            if (asIs)
                defects.Add(MailDefectKind.MalformedEncoding, "text that is not the base64 it claims to be");
            if (!ReadAll(part, limits.MaxDecodedTextChars, ref octets, asIs))
                defects.Add(MailDefectKind.LimitExceeded, "text too long");
            if (part.InlineBlocks is { } blocks)
                octets.Commit(Cut(octets.WrittenToChange, blocks) - octets.Count);
            return Decode(part, octets.Written, form);
        }
        finally
        {
            octets.Dispose();
        }
    }

    private static string Decode(MailPart part, ReadOnlySpan<byte> octets, TextForm form)
    {
        var charset = part.Charset ?? (part.MediaType.IsHtml ? HtmlCharset.Find(octets) : null);
        // UTF-7 hides markup from whoever looks for it in the octets: it is read where there is none.
        if (charset is not null && !part.MediaType.IsPlainText && Charsets.IsUtf7(charset))
        {
            part.Document.DefectLog.Add(MailDefectKind.WrongCharset, "charset utf-7 refused");
            charset = null;
        }

        return TextDecoding.Decode(octets, charset, form, part.Document.Limits, part.Document.DefectLog);
    }

    /// <summary>Closes the gaps that blocks leave when they are taken out.</summary>
    private static int Cut(Span<byte> text, List<InlineBlock> blocks)
    {
        var write = 0;
        var read = 0;
        foreach (var block in blocks)
        {
            var start = Math.Min(block.Start, text.Length);
            text[read..start].CopyTo(text[write..]);
            write += start - read;
            read = Math.Min(block.End, text.Length);
        }

        text[read..].CopyTo(text[write..]);
        return write + text.Length - read;
    }

    /// <summary>Reads the decoded content up to a number of octets.</summary>
    /// <returns>Whether that was all.</returns>
    public static bool ReadAll(MailPart part, int most, ref PooledOctets octets, bool asIs = false)
    {
        var decoder = asIs ? null : TransferDecoder.For(part.TransferEncoding);
        if (part.Source.InMemory)
        {
            var raw = part.Source.Slice(part.Body).Span;
            var all = decoder is null ? Copy(raw, most, ref octets) : Decode(decoder, raw, most, ref octets);
            NoteDamage(part, decoder);
            return all;
        }

        using var stream = part.OpenRaw();
        Stream content = decoder is null ? stream : new DecodingStream(stream, decoder);
        octets.Reserve((int)Math.Min(part.RawLength, most) + 1);
        var complete = Drain(content, most, ref octets);
        if (decoder is not null)
            content.Dispose();
        NoteDamage(part, decoder);
        return complete;
    }

    public static long Measure(MailPart part)
    {
        if (part.TransferEncoding is TransferEncoding.Identity or TransferEncoding.Unknown)
            return part.RawLength;
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            using var content = part.OpenContent();
            long total = 0;
            for (var count = content.Read(buffer); count > 0; count = content.Read(buffer))
                total += count;
            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool Copy(ReadOnlySpan<byte> raw, int most, ref PooledOctets octets)
    {
        octets.Append(raw[..Math.Min(raw.Length, most)]);
        return raw.Length <= most;
    }

    private static bool Decode(TransferDecoder decoder, ReadOnlySpan<byte> raw, int most, ref PooledOctets octets)
    {
        octets.Reserve(Math.Min(raw.Length, most) + TransferDecoder.Piece);
        while (octets.Count <= most)
        {
            var room = octets.Reserve(TransferDecoder.Piece);
            octets.Commit(decoder.Decode(raw, room, final: true, out var consumed));
            raw = raw[consumed..];
            if (raw.IsEmpty)
                break;
        }

        return raw.IsEmpty && Limit(most, ref octets);
    }

    private static bool Drain(Stream content, int most, ref PooledOctets octets)
    {
        while (octets.Count <= most)
        {
            var count = content.Read(octets.Reserve(TransferDecoder.Piece));
            if (count == 0)
                return true;
            octets.Commit(count);
        }

        return Limit(most, ref octets);
    }

    private static bool Limit(int most, ref PooledOctets octets)
    {
        if (octets.Count <= most)
            return true;
        octets.Commit(most - octets.Count);
        return false;
    }

    private static void NoteDamage(MailPart part, TransferDecoder? decoder)
    {
        if (decoder is { Damaged: true })
            part.Document.DefectLog.Add(MailDefectKind.MalformedEncoding, "damaged transfer encoding");
    }
}
