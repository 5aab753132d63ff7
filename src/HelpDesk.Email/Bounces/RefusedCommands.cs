namespace HelpDesk.Email.Bounces;

/// <summary>Finds which command was refused, in the words of the systems that tell.</summary>
internal static class RefusedCommands
{
    private const int MostText = 16_384;

    private static readonly (string Phrase, RefusedCommand Command)[] Known =
    [
        ("in reply to end of DATA", RefusedCommand.Data),
        ("in reply to DATA", RefusedCommand.Data),
        ("after end of data", RefusedCommand.Data),
        ("after DATA", RefusedCommand.Data),
        ("SMTP command DATA", RefusedCommand.Data),
        ("did not like our final DATA", RefusedCommand.Data),
        ("did not like our DATA", RefusedCommand.Data),
        ("in reply to RCPT", RefusedCommand.Recipient),
        ("after RCPT", RefusedCommand.Recipient),
        ("[RCPT_TO]", RefusedCommand.Recipient),
        ("following RCPT", RefusedCommand.Recipient),
        ("did not like our RCPT", RefusedCommand.Recipient),
        ("does not like recipient", RefusedCommand.Recipient),
        ("SMTP:RCPT", RefusedCommand.Recipient),
        ("in reply to MAIL", RefusedCommand.Mail),
        ("after MAIL FROM", RefusedCommand.Mail),
        ("did not like our MAIL", RefusedCommand.Mail),
        ("does not like sender", RefusedCommand.Mail),
    ];

    public static RefusedCommand Find(string said, string transcript)
    {
        var text = $"{said}\n{transcript.AsSpan(0, Math.Min(transcript.Length, MostText))}";
        foreach (var (phrase, command) in Known)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return command;
            }
        }

        return InTranscript(text);
    }

    // ">>> DATA" and below it "<<< 550 ...": the last command before the first refusal.
    private static RefusedCommand InTranscript(string text)
    {
        var command = RefusedCommand.Unknown;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimStart();
            if (trimmed.StartsWith(">>> "))
            {
                var word = trimmed[4..].TrimStart();
                command = word.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) ? RefusedCommand.Data
                    : word.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) ? RefusedCommand.Recipient
                    : word.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) ? RefusedCommand.Mail
                    : RefusedCommand.Unknown;
            }
            else if (command != RefusedCommand.Unknown && trimmed.StartsWith("<<< ") && trimmed.Length > 4 && trimmed[4] is '4' or '5')
            {
                return command;
            }
        }

        return RefusedCommand.Unknown;
    }
}
