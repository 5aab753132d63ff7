using HelpDesk.Email.Protocols.Smtp;
using MailKit.Net.Smtp;

namespace HelpDesk.Email.MailKit.Smtp;

/// <summary>A reply of the server, as the library hands it over.</summary>
/// <param name="Code">Its three digits.</param>
/// <param name="EnhancedStatusCode">The code of RFC 3463, or <see langword="null"/>.</param>
/// <param name="Text">Its words without it.</param>
internal sealed record SmtpAnswer(int Code, string? EnhancedStatusCode, string Text)
{
    /// <summary>Whether the command was carried out.</summary>
    public bool IsPositive => Code is >= 200 and < 300;

    /// <summary>Reads one.</summary>
    public static SmtpAnswer Of(SmtpStatusCode status, string? response)
    {
        var (enhanced, text) = SmtpReplyText.Read((int)status, [.. (response ?? string.Empty).Split('\n').Select(line => line.Trim())]);
        return new SmtpAnswer((int)status, enhanced, text);
    }

    /// <summary>Code and words as the server sent them.</summary>
    public override string ToString() => EnhancedStatusCode is null ? $"{Code} {Text}" : $"{Code} {EnhancedStatusCode} {Text}";
}
