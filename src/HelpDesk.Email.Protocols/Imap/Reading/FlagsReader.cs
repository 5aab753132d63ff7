namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>A list of flags or attributes in parentheses.</summary>
internal static class FlagsReader
{
    private const int MostFlags = 1000;

    /// <summary>Reads it, parentheses included.</summary>
    public static async ValueTask<IReadOnlyList<string>> ReadAsync(ImapGrammar grammar)
    {
        var flags = new List<string>();
        await grammar.ExpectAsync('(').ConfigureAwait(false);
        while (true)
        {
            await grammar.SpacesAsync().ConfigureAwait(false);
            if (await grammar.TryTakeAsync(')').ConfigureAwait(false))
            {
                return flags;
            }

            if (flags.Count >= MostFlags)
            {
                throw grammar.Scanner.TooMuch("the server sent flags without end");
            }

            flags.Add(await grammar.AtomAsync().ConfigureAwait(false));
        }
    }
}
