using System.Globalization;
using System.Text;

namespace HelpDesk.Email.CrashCampaign.Poison;

/// <summary>A mail that is poisonous, or not. Immutable.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Kind">What it does; <see langword="null"/> for a harmless one.</param>
internal sealed record PoisonMail(int Number, PoisonKind? Kind)
{
    public string MessageId => string.Create(CultureInfo.InvariantCulture, $"p{Number}@customers.test");

    /// <summary>Makes mails of which one in a hundred is poisonous, of each kind in turn.</summary>
    public static IReadOnlyList<PoisonMail> Make(int count, IReadOnlyList<PoisonKind> kinds, int oneIn) =>
        [.. Enumerable.Range(0, count).Select(i => new PoisonMail(i, i % oneIn == oneIn / 2 ? kinds[i / oneIn % kinds.Count] : null))];

    /// <summary>Its octets, about five kilobytes, the same at each call.</summary>
    public byte[] Octets()
    {
        var mail = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"From: <person{Number}@customers.test>\r\nTo: <support@desk.test>\r\n")
            .Append(CultureInfo.InvariantCulture, $"Subject: Matter {Number}{(Kind is { } kind ? $" {PoisonStep.Marker}{kind}" : string.Empty)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Message-ID: <{MessageId}>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
        for (var line = 0; line < 70; line++)
        {
            mail.Append(CultureInfo.InvariantCulture, $"Line {line} of mail {Number}: who reads this has nothing to fear of it.\r\n");
        }

        return Encoding.UTF8.GetBytes(mail.ToString());
    }
}
