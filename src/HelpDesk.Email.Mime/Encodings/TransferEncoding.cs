namespace HelpDesk.Email.Mime;

/// <summary>How the octets of a part travel (RFC 2045 section 6).</summary>
public enum TransferEncoding
{
    /// <summary>As they are: <c>7bit</c>, <c>8bit</c>, <c>binary</c>, or nothing was said.</summary>
    Identity,

    /// <summary><c>quoted-printable</c>, RFC 2045 section 6.7.</summary>
    QuotedPrintable,

    /// <summary><c>base64</c>, RFC 2045 section 6.8.</summary>
    Base64,

    /// <summary><c>x-uuencode</c> and its spellings.</summary>
    UuEncode,

    /// <summary>An encoding that nobody registered; the octets are given as they are.</summary>
    Unknown,
}
