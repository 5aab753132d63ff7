namespace HelpDesk.Email.Protocols.Imap.Model;

/// <summary>Where mails went that were copied or moved (COPYUID of RFC 4315).</summary>
/// <param name="UidValidity">The UIDVALIDITY of the other folder; 0 where the server does not tell.</param>
/// <param name="Uids">The UID that each mail has there, by the one it had here; empty where the server does not tell.</param>
public sealed record ImapCopied(uint UidValidity, IReadOnlyDictionary<uint, uint> Uids)
{
    /// <summary>The server told nothing.</summary>
    internal static ImapCopied Unknown { get; } = new(0, new Dictionary<uint, uint>());

    /// <summary>Reads the arguments of the code.</summary>
    /// <returns>What they say; <see langword="null"/> when they are no such thing.</returns>
    internal static ImapCopied? TryParse(string arguments, int most)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 3
            || !uint.TryParse(words[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var validity)
            || ImapUidSet.TryExpand(words[1], most) is not { } sources
            || ImapUidSet.TryExpand(words[2], most) is not { } targets
            || sources.Count != targets.Count)
        {
            return null;
        }

        var uids = new Dictionary<uint, uint>(sources.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            uids[sources[i]] = targets[i];
        }

        return new(validity, uids);
    }
}
