using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>Takes a mail as it comes in: in memory while it is small, in a temporary file from 1 MB on.</summary>
internal static class ContentTaking
{
    private const int PieceLength = 64 * 1024;

    /// <summary>Takes the octets.</summary>
    /// <param name="octets">Where they come from.</param>
    /// <param name="expected">How many will probably come, where that is known.</param>
    /// <param name="limit">How many there may be.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The mail; <see langword="null"/> when it is longer.</returns>
    public static async ValueTask<MailContent?> TakeAsync(Stream octets, long? expected, long limit, CancellationToken cancellationToken)
    {
        if (octets is ITakenContent taken)
        {
            return taken.Take(limit);
        }

        var writer = new MailContentWriter(expectedLength: expected);
        await using (writer.ConfigureAwait(false))
        {
            var sink = new ContentSink(writer, limit);
            await using (sink.ConfigureAwait(false))
            {
                await octets.CopyToAsync(sink, PieceLength, cancellationToken).ConfigureAwait(false);
                return sink.IsOver ? null : writer.Complete();
            }
        }
    }
}
