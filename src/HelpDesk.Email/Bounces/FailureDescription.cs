using HelpDesk.Email.Inbound;
using HelpDesk.Email.Mime;
using ReportedRecipient = HelpDesk.Email.Mime.DeliveryReportRecipient;

namespace HelpDesk.Email.Bounces;

/// <summary>Makes of what was said about a recipient what it means.</summary>
internal static class FailureDescription
{
    private const int MostDiagnostic = 1_000;

    /// <summary>From a group of fields of RFC 3464, completed by the words of the mail where the fields say too little.</summary>
    public static Inbound.DeliveryReportRecipient Of(ReportedRecipient fields, string address, Func<string> words, string transcript)
    {
        var diagnostic = fields.DiagnosticCode is { } code ? FailureBlocks.OneLine([code]) : null;
        var said = diagnostic is null ? null : SmtpReply.Find(diagnostic);
        var vague = fields.Status is null or { Subject: 0 };
        var status = said?.Status is { } spoken && (vague || (spoken.IsPermanent && fields.Status is { IsTransient: true } && fields.Action == DeliveryAction.Failed))
            ? spoken
            : fields.Status;
        var reason = diagnostic is null ? FailureReason.Unknown : FailureReasons.OfText(diagnostic);
        if (reason == FailureReason.Unknown)
        {
            reason = FailureReasons.OfStatus(status);
        }

        // A status that names a dead address is contradicted by words that name another cause, and by nothing else.
        if (reason == FailureReason.Unknown || (diagnostic is null && vague))
        {
            var text = words();
            said ??= SmtpReply.Find(text);
            status = status is null or { Subject: 0 } ? said?.Status ?? status : status;
            diagnostic ??= text.Length == 0 ? null : text;
            reason = FailureReasons.OfText(text) is var found && found != FailureReason.Unknown ? found : FailureReasons.OfStatus(status);
        }

        return Describe(address, ActionOf(fields.Action), status, said, diagnostic, Judged(reason, status, diagnostic ?? string.Empty, transcript));
    }

    /// <summary>From the words alone.</summary>
    public static Inbound.DeliveryReportRecipient Of(string address, string action, string text, string transcript)
    {
        var said = SmtpReply.Find(text);
        var reason = FailureReasons.OfText(text);
        return Describe(address, action, said?.Status, said, text.Length == 0 ? null : text,
            Judged(reason == FailureReason.Unknown ? FailureReasons.OfStatus(said?.Status) : reason, said?.Status, text, transcript));
    }

    /// <summary>Whether a text says anything of why.</summary>
    public static bool Explains(string text) => SmtpReply.Find(text) is not null || FailureReasons.OfText(text) != FailureReason.Unknown;

    // Which command was refused says what was meant. One that took the recipient and says "user unknown" when it has seen the
    // content is a filter, as those of phone carriers are; one that names no such domain at MAIL means the sender's. X.1.1 to
    // X.1.6 speak of the address whatever the command was: with pipelining the answer to RCPT is shown below DATA.
    private static FailureReason Judged(FailureReason reason, EnhancedStatusCode? status, string said, string transcript)
    {
        if (!FailureReasons.MeansDeadAddress(reason) || status is { Subject: 1, Detail: <= 6 } or { Subject: 4 })
        {
            return reason;
        }

        return RefusedCommands.Find(said, transcript) switch
        {
            RefusedCommand.Mail => FailureReason.Policy,
            RefusedCommand.Data when reason == FailureReason.NoSuchUser && said.Contains("unknown", StringComparison.OrdinalIgnoreCase) => FailureReason.Disabled,
            not RefusedCommand.Recipient when status is { Subject: 2 } && reason == FailureReason.NoSuchUser => FailureReason.Disabled,
            _ => status is { Subject: 1, Detail: 7 or 8 } ? FailureReason.Policy : reason,
        };
    }

    private static Inbound.DeliveryReportRecipient Describe(
        string address, string action, EnhancedStatusCode? status, SmtpReply? said, string? diagnostic, FailureReason reason)
    {
        var failed = action is "failed" or "delayed";
        var statusClass = status?.Class ?? said?.Class ?? 0;

        // A refusal that may pass speaks of a dead address only when it says so twice. Without any code, a dead address and an action "failed" are for good; everything else may pass.
        var dead = failed && FailureReasons.MeansDeadAddress(reason)
            && (statusClass != 4 || (reason == FailureReason.NoSuchUser && status is { Subject: 1, Detail: 1 }));
        return new Inbound.DeliveryReportRecipient(address)
        {
            Action = action,
            Status = status?.ToString(),
            Diagnostic = diagnostic is { Length: > MostDiagnostic } ? diagnostic[..MostDiagnostic] : diagnostic,
            Permanent = failed && (statusClass == 5 || (statusClass == 0 && dead && action == "failed")),
            AddressInvalid = dead,
        };
    }

    private static string ActionOf(DeliveryAction action) => action switch
    {
        DeliveryAction.Delayed => "delayed",
        DeliveryAction.Delivered => "delivered",
        DeliveryAction.Relayed => "relayed",
        DeliveryAction.Expanded => "expanded",
        _ => "failed",
    };
}
