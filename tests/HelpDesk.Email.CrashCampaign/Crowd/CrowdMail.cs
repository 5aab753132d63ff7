using System.Globalization;
using System.Text;

namespace HelpDesk.Email.CrashCampaign.Crowd;

/// <summary>A mail of a crowd of mailboxes. Immutable.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Mailboxes">How many mailboxes there are.</param>
/// <param name="IsReply">Whether it answers the mail before it in its mailbox.</param>
/// <param name="IsCopied">Whether the next mailbox gets it, too.</param>
internal sealed record CrowdMail(int Number, int Mailboxes, bool IsReply, bool IsCopied)
{
    public int Mailbox => Number % Mailboxes;

    /// <summary>The mail that it answers.</summary>
    public int? Parent => IsReply ? Number - Mailboxes : null;

    public string MessageId => Id(Number);

    /// <summary>A copy for another mailbox is the same mail.</summary>
    public int Deliveries => IsCopied ? 2 : 1;

    private int Person => Parent ?? Number;

    /// <summary>Makes the mails; the same ones for the same seed. One in five answers a mail that made a ticket, one in ten is copied.</summary>
    public static IReadOnlyList<CrowdMail> Make(int count, int mailboxes, int seed)
    {
        var chance = new Random(seed);
        var mails = new List<CrowdMail>(count);
        for (var i = 0; i < count; i++)
        {
            var isReply = chance.Next(5) == 0 && i >= mailboxes && !mails[i - mailboxes].IsReply;

            // A reply in another mailbox might be read before the mail that it answers was.
            mails.Add(new CrowdMail(i, mailboxes, isReply, chance.Next(10) == 0 && !isReply));
        }

        return mails;
    }

    public static string Address(int mailbox) => string.Create(CultureInfo.InvariantCulture, $"box{mailbox}@desk.test");

    /// <summary>Its octets, about two kilobytes, CR LF at the line ends.</summary>
    public byte[] Octets()
    {
        var mail = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Return-Path: <person{Person}@customers.test>\r\nFrom: <person{Person}@customers.test>\r\nTo: <{Address(Mailbox)}>\r\n")
            .Append(IsCopied ? $"Cc: <{Address((Mailbox + 1) % Mailboxes)}>\r\n" : string.Empty)
            .Append(CultureInfo.InvariantCulture, $"Subject: {(IsReply ? "Re: " : string.Empty)}Matter {Person}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {DateTimeOffset.UtcNow:ddd, dd MMM yyyy HH:mm:ss} +0000\r\nMessage-ID: <{MessageId}>\r\n");
        if (Parent is { } parent)
        {
            mail.Append(CultureInfo.InvariantCulture, $"In-Reply-To: <{Id(parent)}>\r\nReferences: <{Id(parent)}>\r\n");
        }

        mail.Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
        for (var line = 0; line < 24; line++)
        {
            mail.Append(CultureInfo.InvariantCulture, $"Line {line} of mail {Number}: nobody else wrote these words in this crowd.\r\n");
        }

        return Encoding.UTF8.GetBytes(mail.ToString());
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"crowd{number}@customers.test");
}
