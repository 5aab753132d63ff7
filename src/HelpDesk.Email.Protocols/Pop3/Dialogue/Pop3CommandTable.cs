using System.Collections.Frozen;
using HelpDesk.Email.Protocols.Pop3.Model;
using static HelpDesk.Email.Protocols.Pop3.Model.Pop3State;

namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>The protocol: every command, when it may be said, and what state it leads to (RFC 1939, 2449, 2595, 5034).</summary>
internal static class Pop3CommandTable
{
    private const Pop3State Any = Authorization | Transaction;

    // The columns: command, states in which it is allowed, state after +OK.
    private static readonly FrozenDictionary<string, Pop3Rule> Rules = new Pop3Rule[]
    {
        new("CAPA", Any),
        new("QUIT", Any, AfterOk: Update),

        new("STLS", Authorization),
        new("USER", Authorization),
        new("PASS", Authorization, AfterOk: Transaction),
        new("AUTH", Authorization, AfterOk: Transaction),

        new("STAT", Transaction),
        new("LIST", Transaction),
        new("UIDL", Transaction),
        new("RETR", Transaction),
        new("TOP", Transaction),
        new("DELE", Transaction),
        new("NOOP", Transaction),
        new("RSET", Transaction),
    }.ToFrozenDictionary(rule => rule.Verb, StringComparer.Ordinal);

    /// <summary>The row of a command that may be said now.</summary>
    /// <exception cref="InvalidOperationException">It may not; that is a mistake of the caller.</exception>
    public static Pop3Rule Find(string verb, Pop3State state)
    {
        var rule = Rules[verb];
        return rule.Allowed.HasFlag(state) && state != None
            ? rule
            : throw new InvalidOperationException($"{verb} is not allowed in the state {state}, only in {rule.Allowed}.");
    }
}
