using System.Globalization;
using System.Text;

namespace HelpDesk.Email.CrashCampaign.Seeding;

/// <summary>A mail of the campaign: what is sent is known, so what is missing or there twice is too. Immutable.</summary>
/// <param name="Number">From 1, within the campaign.</param>
/// <param name="MessageId">Without the angle brackets.</param>
/// <param name="From">Its author; that of a reply is its ticket's.</param>
internal sealed record Seed(int Number, string MessageId, string From)
{
    /// <summary>The mail that it answers; <see langword="null"/> for one that makes a ticket.</summary>
    public Seed? Parent { get; init; }

    /// <summary>Whether it comes to both mailboxes.</summary>
    public bool IsCopied { get; init; }

    /// <summary>Whether its first mailbox gets it twice.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>How long its attachment is; 0 for none.</summary>
    public int AttachmentOctets { get; init; }

    public DateTimeOffset Date { get; init; }

    /// <summary>How many rows the journal gets of it.</summary>
    public int Deliveries => 1 + (IsCopied ? 1 : 0) + (IsRepeated ? 1 : 0);

    /// <summary>Whether it makes a ticket.</summary>
    public bool IsNew => Parent is null;

    /// <summary>Its octets, CR LF at the line ends; the same at each call.</summary>
    public byte[] Octets()
    {
        var mail = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"From: <{From}>\r\nTo: <{Addresses.Support}>\r\n")
            .Append(IsCopied ? $"Cc: <{Addresses.Sales}>\r\n" : string.Empty)
            .Append(CultureInfo.InvariantCulture, $"Subject: {(IsNew ? string.Empty : "Re: ")}Matter {(Parent ?? this).Number}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {Date:ddd, dd MMM yyyy HH:mm:ss} +0000\r\nMessage-ID: <{MessageId}>\r\n");
        if (Parent is not null)
        {
            mail.Append(CultureInfo.InvariantCulture, $"In-Reply-To: <{Parent.MessageId}>\r\nReferences: <{Parent.MessageId}>\r\n");
        }

        mail.Append("MIME-Version: 1.0\r\n");
        if (AttachmentOctets == 0)
        {
            mail.Append(CultureInfo.InvariantCulture, $"Content-Type: text/plain; charset=utf-8\r\n\r\n{Text}\r\n");
        }
        else
        {
            mail.Append("Content-Type: multipart/mixed; boundary=\"==campaign\"\r\n\r\n--==campaign\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
                .Append(Text)
                .Append("\r\n--==campaign\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"log.bin\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .Append(Convert.ToBase64String(Attachment(), Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\r\n"))
                .Append("\r\n--==campaign--\r\n");
        }

        return Encoding.UTF8.GetBytes(mail.ToString());
    }

    private string Text => $"This is mail {Number} of the campaign, and nobody else wrote these words: {MessageId}.";

    private byte[] Attachment()
    {
        var octets = new byte[AttachmentOctets];
        for (var i = 0; i < octets.Length; i++)
        {
            octets[i] = (byte)((i * 31) + Number);
        }

        return octets;
    }
}
