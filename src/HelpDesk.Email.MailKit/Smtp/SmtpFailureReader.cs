using System.Globalization;
using HelpDesk.Email.MailKit.Connecting;
using HelpDesk.Email.Protocols.Smtp;
using HelpDesk.Email.Servers;
using MailKit.Net.Smtp;

namespace HelpDesk.Email.MailKit.Smtp;

/// <summary>What refusals of SMTP servers mean, where they are not about a mail.</summary>
internal sealed class SmtpFailureReader : IFailureReader
{
    /// <inheritdoc/>
    public string Protocol => "SMTP";

    /// <inheritdoc/>
    public bool IsClosing(ServerWords words) => words.LastLine.StartsWith("421", StringComparison.Ordinal);

    /// <inheritdoc/>
    public MailFailure OfLogin(ServerWords words) =>
        words.LastLine is { Length: >= 3 } line && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 400 and < 500
            ? MailFailure.LoginUnavailable
            : MailFailure.LoginRefused;

    /// <inheritdoc/>
    public (MailFailure Failure, string Reason, string? Code)? OfCommand(string step, Exception exception, ServerWords words) =>
        exception is SmtpCommandException { StatusCode: var status }
            ? (SmtpRefusals.FailureOf((int)status), step == "greeting" ? "the server takes no mail now" : "the server refused it", null)
            : null;
}
