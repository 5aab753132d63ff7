namespace HelpDesk.Email.Content;

/// <summary>Lines by which mail programs introduce what they quote.</summary>
internal static class QuoteIntroductions
{
    private const int MaxAttributionLines = 4;
    private const int MaxAttributionLength = 400;

    private static readonly string[] Separators =
    [
        "original message", "ursprüngliche nachricht", "message d'origine", "mensaje original", "oorspronkelijk bericht",
        "messaggio originale", "mensagem original", "forwarded message", "weitergeleitete nachricht",
    ];

    // Word that begins an attribution, word that ends it.
    private static readonly (string Start, string End)[] Attributions =
    [
        ("on ", "wrote:"), ("am ", "schrieb:"), ("am ", ":"), ("le ", "a écrit :"), ("le ", "a écrit:"), ("el ", "escribió:"),
        ("op ", "schreef:"), ("il ", "ha scritto:"), ("em ", "escreveu:"), ("den ", "skrev:"), ("w dniu ", "napisał:"),
    ];

    private static readonly string[][] HeaderBlocks =
    [
        ["from:", "sent:", "date:", "to:", "subject:"],
        ["von:", "gesendet:", "datum:", "an:", "betreff:"],
        ["de :", "envoyé :", "date :", "à :", "objet :"],
        ["de:", "enviado:", "fecha:", "para:", "asunto:"],
        ["van:", "verzonden:", "datum:", "aan:", "onderwerp:"],
        ["da:", "inviato:", "data:", "a:", "oggetto:"],
    ];

    /// <summary>Whether a line is a rule with words in it, such as <c>-----Original Message-----</c>, or a long rule of underscores.</summary>
    public static bool IsSeparator(string line)
    {
        var text = line.AsSpan().Trim().TrimStart('>').Trim();
        if (text.Length >= 20 && text.TrimStart('_').Length == 0)
        {
            return true;
        }

        if (text.Length is < 6 or > 80 || text[0] != '-' || text[^1] != '-')
        {
            return false;
        }

        var words = text.Trim('-').Trim().ToString();
        return Separators.Contains(words, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether three fields of a header block begin here, one a line.</summary>
    public static bool HeaderBlockAt(string[] lines, int at)
    {
        foreach (var fields in HeaderBlocks)
        {
            var line = Normal(lines[at]);
            if (!line.StartsWith(fields[0], StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var found = 1;
            for (var i = at + 1; i < lines.Length && i <= at + 6; i++)
            {
                var next = Normal(lines[i]);
                found += fields.Skip(1).Any(field => next.StartsWith(field, StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
            }

            if (found >= 3)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many lines the attribution has that begins here; 0 for none.</summary>
    public static int AttributionAt(string[] lines, int at)
    {
        var first = Normal(lines[at]);
        foreach (var (start, end) in Attributions)
        {
            if (!first.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var length = 0;
            for (var i = at; i < lines.Length && i < at + MaxAttributionLines; i++)
            {
                var line = Normal(lines[i]);
                length += line.Length;
                if (length > MaxAttributionLength || (line.Length == 0 && i > at))
                {
                    break;
                }

                // A date is what makes the difference to a sentence that merely ends so.
                if (line.EndsWith(end, StringComparison.OrdinalIgnoreCase) && string.Concat(lines[at..(i + 1)]).AsSpan().ContainsAnyInRange('0', '9'))
                {
                    return i - at + 1;
                }
            }
        }

        return 0;
    }

    private static string Normal(string line) => line.Length > MaxAttributionLength ? string.Empty : line.Trim().TrimStart('>', '*', ' ');
}
