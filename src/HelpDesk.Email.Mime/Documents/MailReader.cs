using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime;

/// <summary>
/// Reads messages (RFC 5322, RFC 2045 to 2049). Any octets make a document: damage is noted as a <see cref="MailDefect"/>,
/// never thrown. Thread-safe; each document belongs to one thread at a time.
/// </summary>
public static class MailReader
{
    /// <summary>Reads a message that stands in memory. The document refers to these octets: they must not change.</summary>
    /// <param name="octets">The message as received.</param>
    /// <param name="limits">What reading may cost; <see cref="MailReadingLimits.Default"/> where null.</param>
    /// <returns>The document. Parts, text and addresses are decoded when they are asked for.</returns>
    public static MailDocument Read(ReadOnlyMemory<byte> octets, MailReadingLimits? limits = null) =>
        new(new OctetSource(octets), limits ?? MailReadingLimits.Default, depth: 0);

    /// <summary>
    /// Reads a message behind a stream, in windows of 64 KiB: of a message of any size only its headers stand in memory. Parts
    /// open the stream again when they are read.
    /// </summary>
    /// <param name="openSeekable">Opens the message at its start; called again for each part that is read, perhaps while an
    /// earlier stream is still open. The reader disposes of the streams.</param>
    /// <param name="length">How many octets the message has.</param>
    /// <param name="limits">What reading may cost; <see cref="MailReadingLimits.Default"/> where null.</param>
    /// <returns>The document. Parts, text and addresses are decoded when they are asked for.</returns>
    /// <exception cref="IOException">The stream could not be read; also thrown later by what opens it again.</exception>
    public static MailDocument Read(Func<Stream> openSeekable, long length, MailReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(openSeekable);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new MailDocument(new OctetSource(openSeekable, length), limits ?? MailReadingLimits.Default, depth: 0);
    }
}
