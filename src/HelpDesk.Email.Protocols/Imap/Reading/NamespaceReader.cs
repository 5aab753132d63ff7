using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Imap.Writing;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>The namespaces of a server (RFC 2342 section 5).</summary>
/// <param name="isUtf8">Whether names are UTF-8, and not modified UTF-7.</param>
internal sealed class NamespaceReader(bool isUtf8) : IImapReader
{
    private const int MostNamespaces = 1000;
    private readonly List<ImapNamespace> _namespaces = [];

    /// <summary>The namespaces in the server's order.</summary>
    public IReadOnlyList<ImapNamespace> Namespaces => _namespaces;

    /// <inheritdoc/>
    public bool Takes(string keyword) => keyword == "NAMESPACE";

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync(ImapGrammar grammar)
    {
        for (var kind = ImapNamespaceKind.Personal; kind <= ImapNamespaceKind.Shared; kind++)
        {
            await grammar.SpacesAsync().ConfigureAwait(false);
            if (await grammar.TryTakeAsync('(').ConfigureAwait(false))
            {
                await ReadKindAsync(kind, grammar).ConfigureAwait(false);
            }
            else
            {
                // NIL.
                await grammar.SkipStringAsync().ConfigureAwait(false);
            }
        }

        await grammar.SkipResponseAsync().ConfigureAwait(false);
        return true;
    }

    private async ValueTask ReadKindAsync(ImapNamespaceKind kind, ImapGrammar grammar)
    {
        while (true)
        {
            await grammar.SpacesAsync().ConfigureAwait(false);
            if (await grammar.TryTakeAsync(')').ConfigureAwait(false))
            {
                return;
            }

            await grammar.ExpectAsync('(').ConfigureAwait(false);
            var prefix = await grammar.StringAsync(1024).ConfigureAwait(false) ?? [];
            await grammar.SpacesAsync().ConfigureAwait(false);
            var separator = await grammar.StringAsync(1).ConfigureAwait(false);
            while (!await grammar.TryTakeAsync(')').ConfigureAwait(false))
            {
                // Extensions: a name and a list of values.
                await grammar.SkipValueAsync().ConfigureAwait(false);
                await grammar.SpacesAsync().ConfigureAwait(false);
            }

            if (_namespaces.Count >= MostNamespaces)
            {
                throw grammar.Scanner.TooMuch("the server has more than a thousand namespaces");
            }

            _namespaces.Add(new(kind, ModifiedUtf7.Decode(ServerText.Decode(prefix), isUtf8), separator is [var octet] ? (char)octet : null));
        }
    }
}
