using System.Formats.Asn1;

namespace HelpDesk.Email.Mime.Containers;

/// <summary>Takes the content out of CMS signed data (RFC 5652 section 5). Reads only: no signature is checked.</summary>
internal static class SignedData
{
    private const string SignedDataId = "1.2.840.113549.1.7.2";
    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>The signed content, or null where there is none: other kinds of CMS, a signature alone, damage.</summary>
    public static ReadOnlyMemory<byte>? Content(ReadOnlyMemory<byte> octets)
    {
        try
        {
            var outer = new AsnReader(octets, AsnEncodingRules.BER).ReadSequence();
            if (outer.ReadObjectIdentifier() != SignedDataId)
                return null;
            var signed = outer.ReadSequence(Explicit).ReadSequence();
            signed.ReadIntegerBytes();
            signed.ReadSetOf(skipSortOrderValidation: true);
            var content = signed.ReadSequence();
            content.ReadObjectIdentifier();
            if (!content.HasData)
                return null;
            var wrapped = content.ReadSequence(Explicit);
            // In one piece it need not be copied; in several it must be.
            return wrapped.TryReadPrimitiveOctetString(out var whole) ? whole : wrapped.ReadOctetString();
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
