
namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>The open folder, and up to which UID nothing is new in it.</summary>
internal sealed class ImapInbox
{
    private uint _searchedThrough;
    private bool _isUncertain;

    public ImapInbox(IInbox connection)
    {
        Connection = connection;
        LastUid = connection.UidNext is { } next ? next - 1 : null;
        _searchedThrough = LastUid ?? 0;
        _isUncertain = LastUid is null;
    }

    public IInbox Connection { get; }

    public uint UidValidity => Connection.UidValidity;

    /// <summary>The highest UID that a mail can have had when the folder was opened; <see langword="null"/> where the server did not tell.</summary>
    public uint? LastUid { get; }

    /// <summary>Whether there may be mails above a UID, as far as the server said.</summary>
    public bool MayHaveAbove(uint uid)
    {
        _isUncertain |= Connection.TakeGrowth();
        return uid < uint.MaxValue && (_isUncertain || uid < _searchedThrough);
    }

    /// <summary>The mails above a UID, ascending.</summary>
    /// <param name="uid">The UID.</param>
    /// <param name="since">The day from which on the mailbox got them, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<IReadOnlyList<uint>> FindAboveAsync(uint uid, DateOnly? since, CancellationToken cancellationToken)
    {
        // What grows from now on is not in the answer, or is and costs one search more.
        Connection.TakeGrowth();
        var found = await Connection.FindFromAsync(uid + 1, since, cancellationToken).ConfigureAwait(false);

        // n:* is also the last mail when that is older (RFC 9051 section 9).
        IReadOnlyList<uint> above = [.. found.Where(each => each > uid)];
        _isUncertain = false;
        _searchedThrough = Math.Max(uid, Math.Max(_searchedThrough, above.Count > 0 ? above[^1] : 0));
        return above;
    }

    /// <summary>Waits for mail by IDLE; that it came is remembered for the next look.</summary>
    public async ValueTask<bool> IdleAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var hasGrown = await Connection.IdleAsync(atMost, cancellationToken).ConfigureAwait(false);
        _isUncertain |= hasGrown;
        return hasGrown;
    }
}
