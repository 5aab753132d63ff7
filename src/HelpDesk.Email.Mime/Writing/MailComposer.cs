using HelpDesk.Email.Mime.Writing;

namespace HelpDesk.Email.Mime;

/// <summary>
/// Writes drafts as messages (RFC 5322, RFC 2045 to 2047, RFC 2231, RFC 3676): CR LF everywhere, no line over 998 octets, 7-bit
/// unless SMTPUTF8 is allowed. No value can bring in a line of its own. Thread-safe.
/// </summary>
public static class MailComposer
{
    /// <summary>Writes a draft into memory.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="options">How; <see cref="MailComposerOptions.Default"/> where null.</param>
    /// <returns>The octets of the message, ending in CR LF; the same for the same draft where it gives Message-ID and date.</returns>
    /// <exception cref="MailCompositionException">The draft has no author, an unwritable address, identifier or header name.</exception>
    public static byte[] Compose(MailDraft draft, MailComposerOptions? options = null)
    {
        var pieces = Pieces(draft, options);
        using var message = new MemoryStream();
        using var encoder = new PieceEncoder();
        foreach (var piece in pieces)
        {
            if (piece.Octets is { } octets)
            {
                message.Write(octets);
                continue;
            }

            using var content = piece.Content!();
            while (true)
            {
                encoder.Filled(content.ReadAtLeast(encoder.Room.Span, encoder.Room.Length, throwOnEndOfStream: false));
                message.Write(encoder.Encode(piece.Base64).Span);
                if (encoder.Ended)
                    break;
            }
        }

        EndLine(message);
        return message.ToArray();
    }

    /// <summary>Writes a draft to a stream; files are read and encoded on the way and never stand in memory.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="options">How; <see cref="MailComposerOptions.Default"/> where null.</param>
    /// <param name="cancellationToken">Ends the writing; what was written stays.</param>
    /// <exception cref="MailCompositionException">The draft has no author, an unwritable address, identifier or header name; nothing was written.</exception>
    /// <exception cref="IOException">A file could not be read, or the output not be written.</exception>
    public static async Task WriteAsync(MailDraft draft, Stream output, MailComposerOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        var pieces = Pieces(draft, options);
        using var encoder = new PieceEncoder();
        var ended = false;
        foreach (var piece in pieces)
        {
            if (piece.Octets is { } octets)
            {
                await output.WriteAsync(octets, cancellationToken).ConfigureAwait(false);
                ended = octets is [.., (byte)'\n'] || (octets.Length == 0 && ended);
                continue;
            }

            ended = false;
            var content = piece.Content!();
            await using (content.ConfigureAwait(false))
            {
                while (true)
                {
                    encoder.Filled(await content.ReadAtLeastAsync(encoder.Room, encoder.Room.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false));
                    await output.WriteAsync(encoder.Encode(piece.Base64), cancellationToken).ConfigureAwait(false);
                    if (encoder.Ended)
                        break;
                }
            }
        }

        if (!ended)
            await output.WriteAsync(LineEnd, cancellationToken).ConfigureAwait(false);
    }

    private static readonly ReadOnlyMemory<byte> LineEnd = "\r\n"u8.ToArray();

    private static List<MessagePiece> Pieces(MailDraft draft, MailComposerOptions? options)
    {
        ArgumentNullException.ThrowIfNull(draft);
        options ??= MailComposerOptions.Default;
        var header = MessageHeader.Write(draft, options, out var messageId);
        var body = MessageLayout.Of(draft, options, messageId);
        return [new MessagePiece(header, null, false), .. body];
    }

    private static void EndLine(MemoryStream message)
    {
        var written = message.GetBuffer().AsSpan(0, (int)message.Length);
        if (!written.EndsWith(LineEnd.Span))
            message.Write(LineEnd.Span);
    }
}
