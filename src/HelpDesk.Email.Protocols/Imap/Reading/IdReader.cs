using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>What a server says it is (RFC 2971).</summary>
internal sealed class IdReader : IImapReader
{
    private const int MostFields = 30;
    private const int LongestValue = 1024;
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <inheritdoc/>
    public bool Takes(string keyword) => keyword == "ID";

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync(ImapGrammar grammar)
    {
        await grammar.SpacesAsync().ConfigureAwait(false);
        if (await grammar.TryTakeAsync('(').ConfigureAwait(false))
        {
            while (!await grammar.TryTakeAsync(')').ConfigureAwait(false))
            {
                var name = await grammar.StringAsync(LongestValue).ConfigureAwait(false);
                await grammar.SpacesAsync().ConfigureAwait(false);
                var value = await grammar.StringAsync(LongestValue).ConfigureAwait(false);
                await grammar.SpacesAsync().ConfigureAwait(false);
                if (_fields.Count < MostFields && name is not null && value is not null)
                {
                    _fields[ServerText.Decode(name)] = ServerText.Decode(value);
                }
            }
        }

        await grammar.SkipResponseAsync().ConfigureAwait(false);
        return true;
    }
}
