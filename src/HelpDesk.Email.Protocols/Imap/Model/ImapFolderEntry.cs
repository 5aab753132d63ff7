namespace HelpDesk.Email.Protocols.Imap.Model;

/// <summary>A folder as LIST tells it (RFC 9051 section 7.3.1).</summary>
/// <param name="Name">Its whole name, decoded.</param>
/// <param name="Separator">What stands between the names of folder and sub-folder; <see langword="null"/> where there are no sub-folders.</param>
/// <param name="Attributes">Its attributes as they came, for instance <c>\Noselect</c>, <c>\HasChildren</c>, or <c>\Trash</c> (RFC 6154).</param>
public sealed record ImapFolderEntry(string Name, char? Separator, IReadOnlyList<string> Attributes)
{
    /// <summary>Whether it can be opened.</summary>
    public bool IsSelectable => !Has("\\Noselect") && !Has("\\NonExistent");

    /// <summary>Whether it has an attribute; compared without case.</summary>
    public bool Has(string attribute) => Attributes.Contains(attribute, StringComparer.OrdinalIgnoreCase);
}
