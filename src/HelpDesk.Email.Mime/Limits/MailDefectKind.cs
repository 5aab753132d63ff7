namespace HelpDesk.Email.Mime;

/// <summary>The kinds of damage that the reader notes.</summary>
public enum MailDefectKind
{
    /// <summary>There are no octets at all.</summary>
    Empty,

    /// <summary>A limit of <see cref="MailReadingLimits"/> was passed; the excess was left out unless the limit says otherwise.</summary>
    LimitExceeded,

    /// <summary>A header is not as RFC 5322 section 2.2 wants it.</summary>
    MalformedHeader,

    /// <summary>The boundaries of a multipart are missing, doubled or open (RFC 2046 section 5.1).</summary>
    MalformedMultipart,

    /// <summary>A Content-Type or Content-Disposition could not be read.</summary>
    MalformedContentType,

    /// <summary>An address list holds something that is no address.</summary>
    MalformedAddress,

    /// <summary>A Date could not be read.</summary>
    MalformedDate,

    /// <summary>Octets contradict the transfer encoding of their part, or the encoding is unknown.</summary>
    MalformedEncoding,

    /// <summary>Octets contradict their declared charset, or the charset is unknown or refused.</summary>
    WrongCharset,

    /// <summary>A container (attached message, TNEF, S/MIME, uuencoded file) could not be opened.</summary>
    UnreadableContainer,

    /// <summary>Something stands before the first header: an mbox line, a byte order mark, empty lines.</summary>
    LeadingRubbish,
}
