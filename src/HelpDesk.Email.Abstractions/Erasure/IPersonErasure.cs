using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Erasure;

/// <summary>Erases a person from everything the help desk keeps, for instance under article 17 of the GDPR. Safe on any thread.</summary>
public interface IPersonErasure
{
    /// <summary>Erases who has one of these addresses, with all further addresses and names that the contact directory knows of them.</summary>
    /// <remarks>
    /// <para>Their tickets are emptied, closed and locked; what they wrote in others' tickets, their addresses and names are taken out;
    /// octets of mails in these tickets, mail to them, events, throttle counts and suppressions go. Mails of theirs that are not finished, and mail to
    /// them that is not sent, are discarded. What is left is a keyed hash of each mail and of each address, and the counts.</para>
    /// <para>Saying it again is harmless, and finishes what a crash left undone. The work of the engine goes on meanwhile.</para>
    /// </remarks>
    /// <param name="addresses">At least one address.</param>
    /// <param name="reason">Why, and by whom; kept in the audit without the person's addresses and names.</param>
    /// <param name="cancellationToken">Ends the call; what is erased by then stays erased.</param>
    /// <exception cref="ArgumentException">There is no address, or the reason is empty.</exception>
    /// <exception cref="StoreUnavailableException">Not everything is erased; say it again.</exception>
    ValueTask<ErasureResult> EraseAsync(IReadOnlyCollection<EmailAddress> addresses, string reason, CancellationToken cancellationToken);
}
