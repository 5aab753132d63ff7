namespace HelpDesk.Email.Protocols.Imap.Model;

/// <summary>Where folders of one kind are (RFC 2342).</summary>
/// <param name="Kind">Whose folders they are.</param>
/// <param name="Prefix">What their names begin with.</param>
/// <param name="Separator">What stands between the names of folder and sub-folder; <see langword="null"/> where there are no sub-folders.</param>
public sealed record ImapNamespace(ImapNamespaceKind Kind, string Prefix, char? Separator);
