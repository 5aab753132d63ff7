using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Bounces;

/// <summary>Says whether a mail in no standard form is a bounce, by weighing who sent it and what it says.</summary>
/// <remarks>
/// A person who tells of a bounce, forwards or quotes one uses the same words. So words alone never make a bounce: its sender must
/// be one of those that mail systems use, or its envelope sender must be empty, and what it says must fit.
/// </remarks>
internal static class BounceSigns
{
    private const int Enough = 4;
    private const int Beginning = 4_096;

    private static readonly string[] DaemonNames =
    [
        "mail delivery sub", "mail delivery sys", "mail deliver sys", "mailer-daemon", "mailer daemon", "system administrator", "mail administrator", "ndr administrator",
        "mail delivery service", "microsoft outlook", "delivery subsystem", "mail system", "internet mail delivery", "mail server", "mail transport", "mail transfer", "mail router", "mail gateway",
    ];

    private static readonly string[] Daemons =
    [
        "mailer-daemon", "mailerdaemon", "mail-daemon", "mail_daemon", "maildaemon", "mail.delivery.system", "mail-delivery-system", "microsoftexchange",
        "mailer_daemon", "mdaemon", "autoreply-ndr", "bounce", "bounces", "mailerdaemon",
    ];

    /// <summary>Whether it comes from where bounces come from. Most mails do not, and need no closer look.</summary>
    public static bool HasOrigin(MailDocument document) => Origin(document, []) > 0;

    /// <summary>The facts that make the mail a bounce; none when it is not one.</summary>
    public static List<string> Find(MailDocument document, ReportText text)
    {
        var facts = new List<string>();
        var origin = Origin(document, facts);
        if (origin == 0 || facts.Count == 0)
        {
            return [];
        }

        var content = Content(document, text, facts, daemon: origin >= 3);
        var person = Person(document, text, daemon: origin >= 3);
        return content >= (origin >= 3 && facts[0].StartsWith("sender mailer", StringComparison.Ordinal) ? 1 : 2) && origin + content - person >= Enough ? facts : [];
    }

    private static int Origin(MailDocument document, List<string> facts)
    {
        var origin = 0;
        var from = document.From.Count > 0 ? document.From[0] : null;
        var local = LocalPart(from?.Address ?? document.Headers.First("From")?.Value ?? string.Empty);
        if (Daemons.Any(name => local.StartsWith(name, StringComparison.Ordinal)))
        {
            origin += 3;
            facts.Add($"sender {local}");
        }
        else if (local is "postmaster" or "post_master" or "poostmaster" or "sysadmin" or "mail-admin" or "mailadmin")
        {
            origin += 2;
            facts.Add($"sender {local}");
        }
        else if (local.StartsWith("no-reply", StringComparison.Ordinal) || local.StartsWith("noreply", StringComparison.Ordinal))
        {
            origin += 1;
            facts.Add($"sender {local}");
        }

        var display = $"{from?.Name} {(from?.Address is null ? document.Headers.First("From")?.Value : null)}";
        if (origin < 3 && DaemonNames.FirstOrDefault(name => display.Contains(name, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            origin += 2;
            facts.Add($"sender named {known}");
        }

        if (HasEmptyPath(document))
        {
            origin += 2;
            facts.Add("envelope sender <>");
        }

        if (document.Headers.All("X-Failed-Recipients").Any(field => field.Value.Contains('@', StringComparison.Ordinal)))
        {
            origin += 4;
            facts.Add("X-Failed-Recipients");
        }

        return origin;
    }

    private static int Content(MailDocument document, ReportText text, List<string> facts, bool daemon)
    {
        var content = 0;
        if (document.Subject is { } subject && BounceWording.IsSubject(subject, anywhere: daemon))
        {
            content += 2;
            facts.Add($"subject {(subject.Length > 60 ? subject[..60] : subject)}");
        }

        var beginning = FailureBlocks.OneLine(text.Lines.Take(60));
        if (BounceWording.IsBody(text.Whole.AsSpan(0, Math.Min(text.Whole.Length, Beginning))) || BounceWording.IsBody(beginning))
        {
            content += 2;
            facts.Add("wording of a bounce");
        }

        if (text.GivesBack)
        {
            content++;
            facts.Add("gives a mail back");
        }

        if (SmtpReply.Find(text.Whole) is not null)
        {
            content++;
            facts.Add("reply of a mail server");
        }

        return content;
    }

    // A daemon forwards nothing and answers nobody; a postmaster is also a person with a mailbox.
    private static int Person(MailDocument document, ReportText text, bool daemon)
    {
        if (daemon)
        {
            return 0;
        }

        var subject = (document.Subject ?? string.Empty).AsSpan().TrimStart();
        var person = 0;
        if (subject.StartsWith("Fw:", StringComparison.OrdinalIgnoreCase) || subject.StartsWith("Fwd:", StringComparison.OrdinalIgnoreCase)
            || subject.StartsWith("WG:", StringComparison.OrdinalIgnoreCase) || subject.StartsWith("TR:", StringComparison.OrdinalIgnoreCase))
        {
            person += 4;
        }
        else if (subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) || subject.StartsWith("AW:", StringComparison.OrdinalIgnoreCase))
        {
            person++;
        }

        var first = text.Lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? string.Empty;
        return person + (Greetings.IsGreeting(first) ? (text.GivesBack ? 3 : 4) : 0);
    }

    internal static bool HasEmptyPath(MailDocument document) =>
        document.Headers.All("Return-Path").Select(field => field.Value.Trim()).Any(value =>
            value is "" or "<>" || value.TrimStart('<').StartsWith("MAILER-DAEMON", StringComparison.OrdinalIgnoreCase));

    private static string LocalPart(string address)
    {
        var text = address.Trim().TrimStart('<', '"').ToLowerInvariant();
        var end = text.AsSpan().IndexOfAny("@ >\"");
        return end < 0 ? text : text[..end];
    }
}
