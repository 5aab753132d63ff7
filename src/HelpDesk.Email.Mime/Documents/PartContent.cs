using System.Buffers;
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
        if (part.Source.InMemory && part.TransferEncoding is TransferEncoding.Identity or TransferEncoding.Unknown)
            return TextDecoding.Decode(part.Source.Slice(part.Body).Span, part.Charset, form, limits, defects);

        var octets = new PooledOctets(0);
        try
        {
            if (!ReadAll(part, limits.MaxDecodedTextChars, ref octets))
                defects.Add(MailDefectKind.LimitExceeded, "text too long");
            return TextDecoding.Decode(octets.Written, part.Charset, form, limits, defects);
        }
        finally
        {
            octets.Dispose();
        }
    }

    /// <summary>Reads the decoded content up to a number of octets.</summary>
    /// <returns>Whether that was all.</returns>
    public static bool ReadAll(MailPart part, int most, ref PooledOctets octets)
    {
        var decoder = TransferDecoder.For(part.TransferEncoding);
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
