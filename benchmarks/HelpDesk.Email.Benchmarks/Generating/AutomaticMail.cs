namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Makes a notice of absence, with the field that says so or without.</summary>
internal static class AutomaticMail
{
    private static readonly (string Subject, string Text)[] Notices =
    [
        ("Automatic reply: Your ticket", "Thank you for your message. I am out of the office until 14 December and have no access to my mail.\nIn urgent cases please turn to my colleagues."),
        ("Abwesenheitsnotiz: Ihre Anfrage", "Vielen Dank für Ihre Nachricht. Ich bin bis zum 14. Dezember nicht im Büro.\nIhre Mail wird nicht weitergeleitet; in dringenden Fällen wenden Sie sich bitte an meine Vertretung."),
        ("Réponse automatique : votre demande", "Bonjour,\nje suis absente du bureau jusqu'au 14 décembre. Je répondrai à votre message à mon retour.\nEn cas d'urgence, merci de contacter mes collègues."),
    ];

    public static byte[] Make(Chance chance)
    {
        var writer = new MailWriter(chance);
        var (subject, text) = chance.Of(Notices);
        writer.Header(Person.Any(chance), subject, $"multipart/alternative;\r\n\tboundary=\"{writer.Boundary}\"");
        if (!chance.OneIn(3))
            writer.Line("Auto-Submitted: auto-replied");
        writer.Line();
        writer.Open(writer.Boundary);
        writer.QuotedPrintable("text/plain", text);
        writer.Open(writer.Boundary);
        writer.QuotedPrintable("text/html", $"<html><body><p>{text.Replace("\n", "</p>\n<p>", StringComparison.Ordinal)}</p></body></html>");
        writer.Close(writer.Boundary);
        return writer.Finish();
    }
}
