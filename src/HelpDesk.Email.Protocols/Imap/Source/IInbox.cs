namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>A connection with the folder open that is read: what the source asks of a client of IMAP, whosever client that is.</summary>
/// <remarks>Failures are <see cref="Servers.MailProtocolException"/>; after one of them the connection may be of use still. For one caller at a time.</remarks>
internal interface IInbox : IAsyncDisposable
{
    /// <summary>The name of the folder.</summary>
    string Folder { get; }

    /// <summary>How many mails are in it, as the server said last.</summary>
    long Exists { get; }

    /// <summary>What the UIDs hang on.</summary>
    uint UidValidity { get; }

    /// <summary>No mail that comes later has a lower UID; <see langword="null"/> where the server did not tell.</summary>
    uint? UidNext { get; }

    /// <summary>Whether the connection goes on.</summary>
    bool IsUsable { get; }

    /// <summary>Whether octets go through TLS.</summary>
    bool IsEncrypted { get; }

    /// <summary>Whether the server offers an extension.</summary>
    bool Offers(string capability);

    /// <summary>Whether new mail came since the folder was opened or this was last asked.</summary>
    bool TakeGrowth();

    /// <summary>The mails from a UID on, ascending; perhaps with the last one that is older (RFC 9051 section 9).</summary>
    ValueTask<IReadOnlyList<uint>> FindFromAsync(uint uid, DateOnly? since, CancellationToken cancellationToken);

    /// <summary>The mails whose Message-ID holds a text.</summary>
    ValueTask<IReadOnlyList<uint>> FindMessageIdAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>Asks about mails; those that are gone give nothing.</summary>
    IAsyncEnumerable<SurveyedMail> SurveyAsync(IReadOnlyList<uint> uids, bool asksDate, bool asksMessageId, CancellationToken cancellationToken);

    /// <summary>Fetches mails whole, in batches; nothing is marked as read. A mail that is refused ends it with an exception once the others have come.</summary>
    /// <param name="batches">The UIDs; those that are gone give nothing.</param>
    /// <param name="maxOctets">Beyond so many the connection ends.</param>
    /// <param name="take">Takes the octets of a mail, with their count where it is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<(uint Uid, T? Content)> FetchAsync<T>(IReadOnlyList<IReadOnlyList<uint>> batches, long maxOctets, Func<Stream, long?, CancellationToken, ValueTask<T?>> take, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Sets a flag.</summary>
    ValueTask SetFlagAsync(IReadOnlyList<uint> uids, string flag, CancellationToken cancellationToken);

    /// <summary>Copies mails, or moves them; <see cref="Servers.MailFailure.FolderMissing"/> when the other folder has to be made first.</summary>
    ValueTask TransferAsync(IReadOnlyList<uint> uids, string path, bool keeps, CancellationToken cancellationToken);

    /// <summary>Removes those of the mails for good that have the flag <c>\Deleted</c>; only where UIDPLUS is offered.</summary>
    ValueTask ExpungeAsync(IReadOnlyList<uint> uids, CancellationToken cancellationToken);

    /// <summary>Where one's own folders lie, and what stands between folder and sub-folder.</summary>
    ValueTask<(string Prefix, char? Separator)> OwnFoldersAsync(CancellationToken cancellationToken);

    /// <summary>Makes a folder; one that is there already is fine.</summary>
    /// <returns>Whether it was made.</returns>
    ValueTask<bool> MakeFolderAsync(string path, CancellationToken cancellationToken);

    /// <summary>Waits until new mail comes, at most for a time.</summary>
    ValueTask<bool> IdleAsync(TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Asks whether the server is still there, and for news.</summary>
    ValueTask NoopAsync(CancellationToken cancellationToken);

    /// <summary>Says goodbye.</summary>
    ValueTask LogoutAsync(CancellationToken cancellationToken);
}
