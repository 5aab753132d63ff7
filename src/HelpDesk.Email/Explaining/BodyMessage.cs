using System.Text;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Explaining;

/// <summary>Puts the least header before a body that came without one, so that it is read on the same way as every mail.</summary>
internal static class BodyMessage
{
    public static MailContent Of(MailContent body, MailForm form)
    {
        var header = Encoding.ASCII.GetBytes($"Content-Type: {(form == MailForm.Html ? "text/html" : "text/plain")}\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        var octets = new byte[header.Length + body.Length];
        header.CopyTo(octets, 0);
        using var stream = body.OpenRead();
        stream.ReadExactly(octets, header.Length, octets.Length - header.Length);
        return MailContent.FromOctets(octets);
    }
}
