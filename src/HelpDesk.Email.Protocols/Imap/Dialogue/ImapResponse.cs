using HelpDesk.Email.Protocols.Imap.Reading;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>One response of the server, as far as a command cares.</summary>
/// <param name="Tag">The tag of the command that it ends; <see langword="null"/> for one that ends none.</param>
/// <param name="Status">The status of a tagged response, or of an untagged one that has one.</param>
/// <param name="Continuation">The text after <c>+</c>; <see langword="null"/> for every other response.</param>
internal readonly record struct ImapResponse(string? Tag, ImapStatus? Status, string? Continuation);
