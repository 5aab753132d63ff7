using System.Buffers;
using System.Text;

namespace HelpDesk.Email.Bounces;

/// <summary>
/// Finds the recipients in the text of a bounce: lines that begin with an address and what follows them, as nearly every system
/// writes them; then lines of a transcript; then addresses behind words.
/// </summary>
internal static class FailureBlocks
{
    private const int MostBlocks = 100;
    private const int MostText = 1_000;

    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("0123456789.- ");

    private static readonly string[] Labels =
    [
        "final-recipient:", "final recipient:", "recipient address:", "recipient:", "recipients:", "rcpt to:", "original-recipient:", "to:",
        "unknown user:", "invalid final delivery userid:", "delivery userid:", "mailbox is full:", "delivering your mail to", "delivering to",
        "delivered to:", "delivered to", "deliver message to", "message to", "following recipient:", "following recipients:", "following address:",
        "recipient <", "permanent errors:", "deliver to", "delivery to", "could not deliver to", "undeliverable to", "gateway for", "address:", "an:", "für:",
        "à:", "a:", "para:", "per:", "aan:", "till:", "til:", "do:", "кому:", "宛先:", "收件人:", "mailbox for", "user", "address", "account",
    ];

    /// <summary>The recipients that the lines name; none that is in <paramref name="others"/> if anybody else is named.</summary>
    public static List<FailureBlock> Find(string[] lines, HashSet<string> others)
    {
        var blocks = Leading(lines, others);
        if (blocks.Count == 0)
        {
            blocks = Labelled(lines, others);
        }

        return blocks;
    }

    /// <summary>What the lines say that name this address, each with up to three lines that continue it.</summary>
    public static string LinesAbout(string[] lines, string address)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length && text.Length < MostText; i++)
        {
            if (!lines[i].Contains(address, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            Append(text, lines[i]);
            for (var j = i + 1; j < lines.Length && j <= i + 3 && !string.IsNullOrWhiteSpace(lines[j]) && !lines[j].Contains('@', StringComparison.Ordinal); j++)
            {
                Append(text, lines[j]);
                i = j;
            }
        }

        return text.ToString();
    }

    /// <summary>A text on one line, at most 1,000 characters.</summary>
    public static string OneLine(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length >= MostText)
            {
                break;
            }

            Append(text, line);
        }

        return text.Length > MostText ? text.ToString(0, MostText) : text.ToString();
    }

    private static List<FailureBlock> Leading(string[] lines, HashSet<string> others)
    {
        var blocks = new List<(string Address, StringBuilder Text)>();
        foreach (var line in lines)
        {
            if (LeadingAddress(line) is { } leading && !others.Contains(leading.Address.ToLowerInvariant()) && blocks.Count < MostBlocks)
            {
                var text = new StringBuilder();
                Append(text, leading.Text);
                blocks.Add((leading.Address, text));
            }
            else if (blocks.Count > 0 && blocks[^1].Text.Length < MostText)
            {
                Append(blocks[^1].Text, line);
            }
        }

        return [.. blocks.Select(block => new FailureBlock(block.Address, block.Text.ToString()))];
    }

    /// <summary>The address that a line begins with, brackets, quotes and list signs left out, and what follows it.</summary>
    private static (string Address, string Text)? LeadingAddress(string line)
    {
        var start = 0;
        while (start < line.Length && (char.IsWhiteSpace(line[start]) || line[start] is '<' or '*' or '>' or '-' or '\u2022' or '\u00b7' or '[' or '\'' or '|'))
        {
            start++;
        }

        var at = line.IndexOf('@', start);
        if (at < 0 || at - start > 130)
        {
            return null;
        }

        foreach (var (address, from, to) in AddressTokens.Find(line))
        {
            if (from != start && !(from == start + 1 && line[start] == '"'))
            {
                return null;
            }

            var rest = line[to..].TrimStart('>', ']', '"', '\'', ':', ' ', '\t');
            return (address, rest);
        }

        return null;
    }

    private static List<FailureBlock> Labelled(string[] lines, HashSet<string> others)
    {
        var found = new List<FailureBlock>();
        var spare = new List<FailureBlock>();
        for (var i = 0; i < lines.Length && found.Count < MostBlocks && spare.Count < MostBlocks; i++)
        {
            var line = lines[i];
            if (!line.Contains('@', StringComparison.Ordinal) || line.Length > 4_000)
            {
                continue;
            }

            foreach (var (address, from, _) in AddressTokens.Find(line))
            {
                if (others.Contains(address.ToLowerInvariant()))
                {
                    continue;
                }

                var block = new FailureBlock(address, OneLine(lines.AsSpan(i, Math.Min(6, lines.Length - i)).ToArray()));
                (IsLabelled(line.AsSpan(0, from)) ? found : spare).Add(block);
            }
        }

        return found.Count > 0 ? found : spare.Count > 0 ? [spare[0]] : [];
    }

    private static bool IsLabelled(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \t<\"'([").TrimEnd();
        var semicolon = before.LastIndexOf(';');
        if (semicolon >= 0 && before[(semicolon + 1)..].IsWhiteSpace())
        {
            // "Final-Recipient: rfc822; ann@example.test"
            before = before[..(before.LastIndexOf(':') + 1)];
        }

        foreach (var label in Labels)
        {
            if (before.EndsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        // "550 <ann@example.test>... User unknown" and "554 5.1.1 ann@example.test"
        return before.Length is >= 3 and <= 12 && before[0] is '4' or '5' && before.IndexOfAnyExcept(CodeCharacters) < 0;
    }

    private static void Append(StringBuilder text, string line)
    {
        var trimmed = line.AsSpan().Trim();
        if (trimmed.IsEmpty)
        {
            return;
        }

        if (text.Length > 0)
        {
            text.Append(' ');
        }

        // White space counts as one blank, so that phrases are found which a line break divides.
        var space = false;
        foreach (var character in trimmed[..Math.Min(trimmed.Length, MostText)])
        {
            if (char.IsWhiteSpace(character))
            {
                space = true;
                continue;
            }

            if (space)
            {
                text.Append(' ');
                space = false;
            }

            text.Append(character);
        }
    }
}
