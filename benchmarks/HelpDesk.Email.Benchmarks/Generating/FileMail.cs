namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Makes an answer with a file of 200 to 800 kB.</summary>
internal static class FileMail
{
    private static readonly (string Name, string Type, byte[] Start)[] Files =
    [
        ("report.pdf", "application/pdf", "%PDF-1.7\n"u8.ToArray()),
        ("picture.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0]),
        ("list.zip", "application/zip", [0x50, 0x4B, 0x03, 0x04]),
    ];

    /// <summary>One with a file that makes it about so long; the same octets for the same length.</summary>
    public static byte[] Make(int octets)
    {
        var chance = new Chance((ulong)octets);
        return Make(chance, octets / 78 * 57);
    }

    public static byte[] Make(Chance chance) => Make(chance, null);

    private static byte[] Make(Chance chance, int? length)
    {
        var writer = new MailWriter(chance);
        var customer = Person.Any(chance);
        writer.Header(customer, $"Re: {Prose.Subject(chance)}", $"multipart/mixed;\r\n\tboundary=\"{writer.Boundary}\"");
        writer.Line();
        var inner = $"{writer.Boundary}.inner";
        writer.Open(writer.Boundary);
        writer.Line($"Content-Type: multipart/alternative; boundary=\"{inner}\"");
        writer.Line();
        ReplyMail.WriteBodies(writer, chance, customer, inner);
        writer.Line();
        writer.Open(writer.Boundary);
        var (name, type, start) = chance.Of(Files);
        var content = new byte[length ?? chance.Between(200_000, 800_000)];
        chance.Fill(content);
        start.CopyTo(content, 0);
        writer.File(name, type, content);
        writer.Close(writer.Boundary);
        return writer.Finish();
    }
}
