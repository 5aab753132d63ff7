namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>Up to which UID everything is done, in whatever order it gets done.</summary>
/// <param name="start">The UID before all of them.</param>
/// <param name="uids">Those to do, ascending.</param>
internal sealed class UidProgress(uint start, IReadOnlyList<uint> uids)
{
    private readonly HashSet<uint> _done = [];
    private int _next;

    /// <summary>The UID.</summary>
    public uint Mark { get; private set; } = start;

    /// <summary>One is done.</summary>
    public void Settle(uint uid)
    {
        _done.Add(uid);
        while (_next < uids.Count && _done.Remove(uids[_next]))
        {
            Mark = uids[_next++];
        }
    }
}
