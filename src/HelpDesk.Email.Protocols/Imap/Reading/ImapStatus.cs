namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>A status response (RFC 9051 section 7.1).</summary>
/// <param name="Condition">How it stands.</param>
/// <param name="Code">The response code in upper case, for instance <c>UIDVALIDITY</c>; empty when there is none.</param>
/// <param name="Arguments">What stands behind the code within the brackets.</param>
/// <param name="Text">The words for people.</param>
internal sealed record ImapStatus(ImapCondition Condition, string Code, string Arguments, string Text)
{
    /// <summary>The condition that a word means, or <see langword="null"/>.</summary>
    public static ImapCondition? ConditionOf(string word) => word.ToUpperInvariant() switch
    {
        "OK" => ImapCondition.Ok,
        "NO" => ImapCondition.No,
        "BAD" => ImapCondition.Bad,
        "BYE" => ImapCondition.Bye,
        "PREAUTH" => ImapCondition.PreAuth,
        _ => null,
    };

    /// <summary>Reads what stands behind the word, up to the end of the line.</summary>
    public static async ValueTask<ImapStatus> ReadAsync(ImapCondition condition, ImapGrammar grammar)
    {
        await grammar.SpacesAsync().ConfigureAwait(false);
        if (!await grammar.TryTakeAsync('[').ConfigureAwait(false))
        {
            return new(condition, string.Empty, string.Empty, await grammar.RestOfLineAsync().ConfigureAwait(false));
        }

        // Codes hold lists (CAPABILITY, COPYUID), never a closing bracket.
        grammar.Scanner.ExpectList();
        var inside = (await grammar.BracketedAsync().ConfigureAwait(false)).Trim();
        await grammar.TryTakeAsync(']').ConfigureAwait(false);
        var space = inside.IndexOf(' ', StringComparison.Ordinal);
        var code = space < 0 ? inside : inside[..space];
        var arguments = space < 0 ? string.Empty : inside[(space + 1)..];
        return new(condition, code.ToUpperInvariant(), arguments, (await grammar.RestOfLineAsync().ConfigureAwait(false)).Trim());
    }
}
