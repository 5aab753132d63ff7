using System.Text;
using HelpDesk.Email.Protocols.Imap.Reading;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>Reads responses one by one and tells what any of them says about the server, the folder or a command.</summary>
/// <remarks>A server may say EXISTS, EXPUNGE, FETCH, a status or its capabilities at any time, whatever was asked (RFC 9051 section 5.2).</remarks>
/// <param name="grammar">The octets.</param>
/// <param name="knowledge">What is known of the server.</param>
internal sealed class ImapResponseReader(ImapGrammar grammar, ImapKnowledge knowledge)
{
    private const int LongestCapability = 1000;

    /// <summary>The next response.</summary>
    /// <param name="reader">Takes responses that the running command is made for.</param>
    public async ValueTask<ImapResponse> NextAsync(IImapReader? reader)
    {
        grammar.Scanner.Begin();
        switch (await grammar.Scanner.PeekAsync().ConfigureAwait(false))
        {
            case (byte)'+':
                grammar.Scanner.Take();
                await grammar.SpacesAsync().ConfigureAwait(false);
                return new(null, null, await grammar.RestOfLineAsync().ConfigureAwait(false));
            case (byte)'*':
                grammar.Scanner.Take();
                await grammar.ExpectAsync(' ').ConfigureAwait(false);
                return new(null, await UntaggedAsync(reader).ConfigureAwait(false), null);
            default:
                var tag = await grammar.AtomAsync().ConfigureAwait(false);
                await grammar.ExpectAsync(' ').ConfigureAwait(false);
                await grammar.SpacesAsync().ConfigureAwait(false);
                var word = await grammar.AtomAsync().ConfigureAwait(false);
                if (ImapStatus.ConditionOf(word) is not (ImapCondition.Ok or ImapCondition.No or ImapCondition.Bad) and var other)
                {
                    throw grammar.Scanner.Violation($"the server ended a command with {other?.ToString() ?? "a word that is no status"}");
                }

                return new(tag, await StatusAsync(word).ConfigureAwait(false), null);
        }
    }

    private async ValueTask<ImapStatus?> UntaggedAsync(IImapReader? reader)
    {
        await grammar.SpacesAsync().ConfigureAwait(false);
        var word = await grammar.AtomAsync().ConfigureAwait(false);
        if (char.IsAsciiDigit(word[0]) || word[0] is '-' or '+')
        {
            if (!ImapNumber.TryParse(Encoding.Latin1.GetBytes(word), out var number) || number > uint.MaxValue)
            {
                throw grammar.Scanner.Violation("the server counts mails with something that is no number from 0 to 2^32 - 1");
            }

            await grammar.ExpectAsync(' ').ConfigureAwait(false);
            await NumberedAsync(number, (await grammar.AtomAsync().ConfigureAwait(false)).ToUpperInvariant(), reader).ConfigureAwait(false);
            return null;
        }

        if (ImapStatus.ConditionOf(word) is not null)
        {
            return await StatusAsync(word).ConfigureAwait(false);
        }

        var keyword = word.ToUpperInvariant();
        if (reader?.Takes(keyword) == true)
        {
            await ReadAsync(reader).ConfigureAwait(false);
        }
        else if (keyword == "CAPABILITY")
        {
            await CapabilitiesAsync().ConfigureAwait(false);
        }
        else
        {
            await grammar.SkipResponseAsync().ConfigureAwait(false);
        }

        return null;
    }

    private async ValueTask NumberedAsync(long number, string keyword, IImapReader? reader)
    {
        switch (keyword)
        {
            case "EXISTS":
                await grammar.LineEndAsync().ConfigureAwait(false);
                knowledge.Mailbox?.Count(number);
                break;
            case "EXPUNGE":
                await grammar.LineEndAsync().ConfigureAwait(false);
                knowledge.Mailbox?.Remove();
                break;
            case "FETCH" when reader?.Takes(keyword) == true:
                await ReadAsync(reader).ConfigureAwait(false);
                break;
            default:
                await grammar.SkipResponseAsync().ConfigureAwait(false);
                break;
        }
    }

    private async ValueTask ReadAsync(IImapReader reader)
    {
        if (await reader.ReadAsync(grammar).ConfigureAwait(false))
        {
            grammar.Scanner.Step.Restart();
        }
    }

    private async ValueTask<ImapStatus> StatusAsync(string word)
    {
        var status = await ImapStatus.ReadAsync(ImapStatus.ConditionOf(word)!.Value, grammar).ConfigureAwait(false);
        if (knowledge.Take(status) is { } violation)
        {
            throw grammar.Scanner.Violation(violation);
        }

        return status;
    }

    private async ValueTask CapabilitiesAsync()
    {
        var words = new List<string>();
        while (true)
        {
            await grammar.SpacesAsync().ConfigureAwait(false);
            if (await grammar.Scanner.PeekAsync().ConfigureAwait(false) == '\r')
            {
                await grammar.LineEndAsync().ConfigureAwait(false);
                knowledge.SetCapabilities(words);
                return;
            }

            var word = await grammar.AtomAsync().ConfigureAwait(false);
            if (word.Length <= LongestCapability)
            {
                words.Add(word);
            }
        }
    }
}
