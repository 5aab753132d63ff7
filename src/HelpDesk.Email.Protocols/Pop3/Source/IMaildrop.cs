namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>A session of an account: what the source asks of a client of POP3, whosever client that is.</summary>
/// <remarks>
/// Mails are named by their numbers, from 1. Failures are <see cref="Servers.MailProtocolException"/>; after a refusal the
/// session goes on. Disposed without <see cref="QuitAsync"/>, nothing is deleted. For one caller at a time.
/// </remarks>
internal interface IMaildrop : IAsyncDisposable
{
    /// <summary>Whether the session goes on.</summary>
    bool IsUsable { get; }

    /// <summary>Whether octets go through TLS.</summary>
    bool IsEncrypted { get; }

    /// <summary>How many mails there are.</summary>
    ValueTask<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>What the server calls its mails (UIDL, which is optional: RFC 1939 section 7); <see langword="null"/> where it has no names.</summary>
    ValueTask<IReadOnlyList<(int Number, string Name)>?> NamesAsync(CancellationToken cancellationToken);

    /// <summary>How long its mails are by its own word.</summary>
    ValueTask<IReadOnlyList<(int Number, long Octets)>> SizesAsync(CancellationToken cancellationToken);

    /// <summary>Fetches mails.</summary>
    /// <param name="numbers">Which.</param>
    /// <param name="maxOctets">Beyond so many the session ends.</param>
    /// <param name="take">Takes the octets of a mail, with their count where it is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<GivenMail<T>> RetrieveAsync<T>(IReadOnlyList<int> numbers, long maxOctets, Func<Stream, long?, CancellationToken, ValueTask<T?>> take, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Marks mails for deletion; they go with the goodbye.</summary>
    /// <returns>The numbers of those that are marked; the server has no others.</returns>
    ValueTask<IReadOnlyList<int>> DeleteAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken);

    /// <summary>Says goodbye; what was marked is gone when it returns.</summary>
    /// <exception cref="Servers.MailProtocolException">The server did not say so: nobody knows what is gone.</exception>
    ValueTask QuitAsync(CancellationToken cancellationToken);
}
