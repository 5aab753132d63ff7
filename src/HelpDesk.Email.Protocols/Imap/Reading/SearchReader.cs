using HelpDesk.Email.Protocols.Imap.Model;

namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>The UIDs of a search: SEARCH (RFC 3501 section 7.2.5) or ESEARCH (RFC 4731).</summary>
internal sealed class SearchReader : IImapReader
{
    /// <summary>How many UIDs a server may find.</summary>
    public const int MostUids = 1_000_000;

    private readonly List<uint> _uids = [];

    /// <summary>What was found, in ascending order, each once.</summary>
    public IReadOnlyList<uint> Uids => [.. _uids.Order().Distinct()];

    /// <inheritdoc/>
    public bool Takes(string keyword) => keyword is "SEARCH" or "ESEARCH";

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync(ImapGrammar grammar)
    {
        grammar.Scanner.ExpectList();
        while (true)
        {
            await grammar.SpacesAsync().ConfigureAwait(false);
            switch (await grammar.Scanner.PeekAsync().ConfigureAwait(false))
            {
                case (byte)'\r':
                    await grammar.LineEndAsync().ConfigureAwait(false);
                    return true;
                case (byte)'(':
                    // (TAG "A1") of ESEARCH, (MODSEQ 917162500) of SEARCH: not asked for.
                    await grammar.SkipValueAsync().ConfigureAwait(false);
                    break;
                case >= (byte)'0' and <= (byte)'9' or (byte)'-':
                    Add(await grammar.NonZeroAsync().ConfigureAwait(false), grammar);
                    break;
                default:
                    await ReadItemAsync(grammar).ConfigureAwait(false);
                    break;
            }
        }
    }

    private async ValueTask ReadItemAsync(ImapGrammar grammar)
    {
        var name = (await grammar.AtomAsync().ConfigureAwait(false)).ToUpperInvariant();
        if (name == "UID")
        {
            return;
        }

        await grammar.SpacesAsync().ConfigureAwait(false);
        if (name != "ALL")
        {
            await grammar.SkipValueAsync().ConfigureAwait(false);
            return;
        }

        var uids = ImapUidSet.TryExpand(await grammar.AtomAsync().ConfigureAwait(false), MostUids - _uids.Count)
            ?? throw grammar.Scanner.TooMuch("the server sent a set of UIDs that is none, or one of more than a million");
        _uids.AddRange(uids);
    }

    private void Add(uint uid, ImapGrammar grammar)
    {
        if (_uids.Count >= MostUids)
        {
            throw grammar.Scanner.TooMuch("the server found more than a million mails");
        }

        _uids.Add(uid);
    }
}
