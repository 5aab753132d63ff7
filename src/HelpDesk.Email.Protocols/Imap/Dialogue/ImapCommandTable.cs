using System.Collections.Frozen;
using HelpDesk.Email.Protocols.Imap.Model;
using static HelpDesk.Email.Protocols.Imap.Model.ImapState;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>The protocol: every command, when it may be said, and what state it leads to (RFC 9051 sections 3 and 6).</summary>
internal static class ImapCommandTable
{
    private const ImapState Any = NotAuthenticated | Authenticated | Selected;
    private const ImapState LoggedIn = Authenticated | Selected;

    // The columns: command, states in which it is allowed, state after OK, state after NO.
    private static readonly FrozenDictionary<string, ImapRule> Rules = new ImapRule[]
    {
        new("CAPABILITY", Any),
        new("NOOP", Any),
        new("ID", Any),
        new("LOGOUT", Any, AfterOk: Logout),

        new("STARTTLS", NotAuthenticated),
        new("AUTHENTICATE", NotAuthenticated, AfterOk: Authenticated),
        new("LOGIN", NotAuthenticated, AfterOk: Authenticated),

        new("ENABLE", Authenticated),
        new("LIST", LoggedIn),
        new("NAMESPACE", LoggedIn),
        new("CREATE", LoggedIn),
        new("SELECT", LoggedIn, AfterOk: Selected, AfterNo: Authenticated),
        new("EXAMINE", LoggedIn, AfterOk: Selected, AfterNo: Authenticated),
        new("IDLE", LoggedIn),

        new("UNSELECT", Selected, AfterOk: Authenticated),
        new("UID SEARCH", Selected),
        new("UID FETCH", Selected),
        new("UID STORE", Selected),
        new("UID COPY", Selected),
        new("UID MOVE", Selected),
        new("UID EXPUNGE", Selected),
    }.ToFrozenDictionary(rule => rule.Verb, StringComparer.Ordinal);

    /// <summary>The row of a command that may be said now.</summary>
    /// <exception cref="InvalidOperationException">It may not; that is a mistake of the caller.</exception>
    public static ImapRule Find(string verb, ImapState state)
    {
        var rule = Rules[verb];
        return rule.Allowed.HasFlag(state) && state != None
            ? rule
            : throw new InvalidOperationException($"{verb} is not allowed in the state {state}, only in {rule.Allowed}.");
    }
}
