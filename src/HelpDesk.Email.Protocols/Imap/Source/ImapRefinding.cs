using System.Security.Cryptography;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>Finds mails again whose numbers are no longer good: by Message-ID, and by their octets to be sure.</summary>
/// <param name="inbox">The folder.</param>
internal sealed class ImapRefinding(ImapInbox inbox)
{
    // More mails with one Message-ID than this are not looked through.
    private const int MostCandidates = 20;

    private const long MostOctets = 100L << 20;

    private readonly HashSet<uint> _taken = [];

    /// <summary>The UID that a mail has now; <see langword="null"/> when it is not there.</summary>
    public async ValueTask<uint?> FindAsync(Acknowledgement mail, CancellationToken cancellationToken)
    {
        if (!ImapReceipt.TryRead(mail.Receipt, out _) || mail.MessageId.Any(char.IsControl))
        {
            return null;
        }

        var candidates = (await inbox.Connection.FindMessageIdAsync(mail.MessageId, cancellationToken).ConfigureAwait(false)).Where(uid => !_taken.Contains(uid)).Take(MostCandidates).ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        uint? found = null;
        await foreach (var (uid, hash) in inbox.Connection.FetchAsync([candidates], MostOctets, HashAsync, cancellationToken).ConfigureAwait(false))
        {
            if (found is null && hash == mail.ContentHash && _taken.Add(uid))
            {
                found = uid;
            }
        }

        return found;
    }

    private static async ValueTask<string?> HashAsync(Stream octets, long? length, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(octets, cancellationToken).ConfigureAwait(false));
}
