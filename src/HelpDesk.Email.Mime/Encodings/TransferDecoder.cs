namespace HelpDesk.Email.Mime.Encodings;

/// <summary>
/// Takes a transfer encoding off, piece by piece. It never fails: what can't be decoded is passed over or given as it is,
/// and <see cref="Damaged"/> says so.
/// </summary>
internal abstract class TransferDecoder
{
    /// <summary>What source and destination must offer for a decoder to get on.</summary>
    public const int Piece = 4096;

    public bool Damaged { get; protected set; }

    /// <summary>Decodes what it can of <paramref name="source"/>.</summary>
    /// <param name="source">The octets, with what was not consumed before in front.</param>
    /// <param name="destination">At least <see cref="Piece"/> octets of room, or as much as the source is long.</param>
    /// <param name="final">Whether nothing follows the source.</param>
    /// <param name="consumed">How much of the source is done with.</param>
    /// <returns>How many octets were written.</returns>
    public abstract int Decode(ReadOnlySpan<byte> source, Span<byte> destination, bool final, out int consumed);

    /// <summary>A decoder for an encoding, or null where octets stay as they are.</summary>
    public static TransferDecoder? For(TransferEncoding encoding) => encoding switch
    {
        TransferEncoding.Base64 => new Base64Decoder(),
        TransferEncoding.QuotedPrintable => new QuotedPrintableDecoder(),
        TransferEncoding.UuEncode => new UuDecoder(),
        _ => null,
    };
}
