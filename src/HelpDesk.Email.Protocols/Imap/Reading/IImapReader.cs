namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>Takes the untagged responses that a command is made for.</summary>
internal interface IImapReader
{
    /// <summary>Whether it takes a kind of response.</summary>
    /// <param name="keyword">The kind in upper case, for instance <c>SEARCH</c>.</param>
    bool Takes(string keyword);

    /// <summary>Reads a response from behind its keyword to the end of its line.</summary>
    /// <param name="grammar">The octets.</param>
    /// <returns>Whether it brought the command on: then its deadline begins anew.</returns>
    ValueTask<bool> ReadAsync(ImapGrammar grammar);
}
