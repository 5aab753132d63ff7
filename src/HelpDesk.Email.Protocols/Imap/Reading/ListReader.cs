using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Imap.Writing;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>The folders of a LIST (RFC 9051 section 7.3.1).</summary>
/// <param name="isUtf8">Whether names are UTF-8, and not modified UTF-7.</param>
internal sealed class ListReader(bool isUtf8) : IImapReader
{
    private const int MostFolders = 100_000;
    private const int LongestName = 4096;
    private readonly List<ImapFolderEntry> _folders = [];

    /// <summary>The folders in the server's order.</summary>
    public IReadOnlyList<ImapFolderEntry> Folders => _folders;

    /// <inheritdoc/>
    public bool Takes(string keyword) => keyword == "LIST";

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync(ImapGrammar grammar)
    {
        if (_folders.Count >= MostFolders)
        {
            throw grammar.Scanner.TooMuch("the server has more than a hundred thousand folders");
        }

        await grammar.SpacesAsync().ConfigureAwait(false);
        var attributes = await FlagsReader.ReadAsync(grammar).ConfigureAwait(false);
        await grammar.SpacesAsync().ConfigureAwait(false);
        var separator = await grammar.StringAsync(1).ConfigureAwait(false);
        await grammar.SpacesAsync().ConfigureAwait(false);
        var name = await grammar.StringAsync(LongestName).ConfigureAwait(false) ?? throw grammar.Scanner.Violation("the server named a folder NIL");

        // Extended data of RFC 5258 may follow.
        await grammar.SkipResponseAsync().ConfigureAwait(false);
        _folders.Add(new(ModifiedUtf7.Decode(ServerText.Decode(name), isUtf8), separator is [var octet] ? (char)octet : null, attributes));
        return true;
    }
}
