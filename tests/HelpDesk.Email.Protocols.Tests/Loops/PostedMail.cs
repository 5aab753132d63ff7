namespace HelpDesk.Email.Protocols.Tests.Loops;

/// <summary>A mail on its way, one character an octet.</summary>
/// <param name="ReversePath">The envelope sender.</param>
/// <param name="Recipient">The one envelope recipient.</param>
/// <param name="Text">The octets.</param>
internal sealed record PostedMail(string ReversePath, string Recipient, string Text)
{
    // What a mail can't do without; everything else tells of where it came from.
    private static readonly string[] Plain = ["From", "To", "Date", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"];

    private static int _lastNumber;

    /// <summary>The address in From.</summary>
    public string From => AddressIn(ValueOf("From"));

    /// <summary>A mail as a person writes it.</summary>
    public static PostedMail Of(string from, string to, string subject, string body) => new(
        from,
        to,
        $"From: {from}\nTo: {to}\nSubject: {subject}\nDate: Mon, 05 Jan 2026 08:59:00 +0000\nMessage-ID: <{Interlocked.Increment(ref _lastNumber)}@people.test>\n\n{body}\n".ReplaceLineEndings("\r\n"));

    public string ValueOf(string name) =>
        Fields().First(each => each.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();

    /// <summary>The same words without anything that programs say to programs: another Message-ID, another subject, no reference, an envelope sender.</summary>
    public PostedMail Rewritten()
    {
        var number = Interlocked.Increment(ref _lastNumber);
        var kept = Fields().Where(each => Plain.Any(name => each.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)));
        var head = string.Concat(kept.Select(each => each + "\r\n"));
        return this with
        {
            ReversePath = From,
            Text = $"{head}Subject: Number {number}\r\nMessage-ID: <{number}@relay.test>{Text[Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]}",
        };
    }

    /// <summary>The same mail, as if somebody else had written it.</summary>
    public PostedMail WithFrom(string from) => this with { Text = Text.Replace(From, from, StringComparison.OrdinalIgnoreCase) };

    private static string AddressIn(string box) => box.Contains('<', StringComparison.Ordinal) ? box[(box.LastIndexOf('<') + 1)..box.LastIndexOf('>')] : box;

    // Unfolded fields of the header.
    private string[] Fields() => Text[..Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)]
        .Replace("\r\n ", " ", StringComparison.Ordinal)
        .Replace("\r\n\t", " ", StringComparison.Ordinal)
        .Split("\r\n");
}
