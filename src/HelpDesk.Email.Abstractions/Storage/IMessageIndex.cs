namespace HelpDesk.Email.Storage;

/// <summary>Which ticket a Message-ID belongs to, of mail that came in and of mail that went out.</summary>
/// <remarks>An id belongs to the ticket it was indexed for first: nobody who repeats an id in a mail of their own can take it away.</remarks>
public interface IMessageIndex
{
    /// <summary>Looks ids up; unknown ones are left out. At most 100 are asked at once; ids are compared octet for octet.</summary>
    ValueTask<IReadOnlyList<IndexedMessage>> FindAsync(IReadOnlyList<string> messageIds, CancellationToken cancellationToken);
}
