namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Makes an answer in text and HTML, the whole conversation quoted below.</summary>
internal static class ReplyMail
{
    private const int FewestWords = 3_100;
    private const int MostWords = 6_900;

    public static byte[] Make(Chance chance)
    {
        var writer = new MailWriter(chance);
        var customer = Person.Any(chance);
        writer.Header(customer, $"Re: {Prose.Subject(chance)}", $"multipart/alternative;\r\n\tboundary=\"{writer.Boundary}\"");
        writer.Line();
        WriteBodies(writer, chance, customer, writer.Boundary);
        return writer.Finish();
    }

    public static void WriteBodies(MailWriter writer, Chance chance, Person customer, string boundary)
    {
        var letters = Letter.Conversation(chance, customer, chance.Between(FewestWords, MostWords));
        writer.Open(boundary);
        writer.QuotedPrintable("text/plain", ReplyText.Write(letters));
        writer.Open(boundary);
        writer.QuotedPrintable("text/html", ReplyHtml.Write(chance, letters));
        writer.Close(boundary);
    }
}
