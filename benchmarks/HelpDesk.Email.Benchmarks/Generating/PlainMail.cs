using System.Text;

namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Makes a first mail in plain text, without history.</summary>
internal static class PlainMail
{
    public static byte[] Make(Chance chance)
    {
        var writer = new MailWriter(chance);
        var customer = Person.Any(chance);
        writer.Header(customer, Prose.Subject(chance), "text/plain; charset=us-ascii");
        writer.Line("Content-Transfer-Encoding: 7bit");
        writer.Line();
        foreach (var paragraph in Letter.Make(chance, customer).Paragraphs)
        {
            var text = new StringBuilder();
            ReplyText.Wrap(text, "", new string([.. paragraph.Where(char.IsAscii)]));
            foreach (var line in text.ToString().Split('\n'))
                writer.Line(line);
        }

        writer.Line("-- ");
        writer.Line(new string([.. customer.Name.Where(char.IsAscii)]));
        return writer.Finish();
    }
}
