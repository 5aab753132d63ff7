namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>What a server switched on (RFC 5161).</summary>
internal sealed class EnabledReader : IImapReader
{
    private readonly HashSet<string> _extensions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The extensions; compared without case.</summary>
    public IReadOnlySet<string> Extensions => _extensions;

    /// <inheritdoc/>
    public bool Takes(string keyword) => keyword == "ENABLED";

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync(ImapGrammar grammar)
    {
        while (true)
        {
            await grammar.SpacesAsync().ConfigureAwait(false);
            if (await grammar.Scanner.PeekAsync().ConfigureAwait(false) == '\r')
            {
                await grammar.LineEndAsync().ConfigureAwait(false);
                return true;
            }

            _extensions.Add(await grammar.AtomAsync().ConfigureAwait(false));
        }
    }
}
