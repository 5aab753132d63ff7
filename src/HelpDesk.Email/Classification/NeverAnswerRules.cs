using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Classification;

/// <summary>Senders behind which nobody reads an answer.</summary>
internal static class NeverAnswerRules
{
    private static readonly string[] Exact =
    [
        "mailer-daemon", "no-reply", "donotreply", "do-not-reply", "bounce", "bounces", "listserv", "majordomo", "uucp", "root", "nobody",
        "postmaster", "abuse",
    ];

    private static readonly string[] Starts = ["noreply", "owner-"];

    private static readonly string[] Ends = ["-owner", "-request", "-errors", "-relay"];

    public static IEnumerable<ClassificationEvidence> Find(InboundMail mail)
    {
        foreach (var address in mail.From)
        {
            if (IsRobot(address.Address) is { } robot)
            {
                yield return new ClassificationEvidence($"sender {robot}", robot == "mailer-daemon" ? MailKind.Bounce : null);
            }
        }

        if (mail.HeaderValues("Received").Skip(50).Any())
        {
            yield return new ClassificationEvidence("more than 50 Received", MailKind.Loop);
        }
    }

    /// <summary>The local part of an address when nobody reads it, in lower case and without what relays put around it.</summary>
    public static string? IsRobot(string address)
    {
        var at = address.LastIndexOf('@');
        var local = Unwrap((at < 0 ? address : address[..at]).Trim('<', '>', ' ').ToLowerInvariant());
        return Exact.Contains(local) || Starts.Any(start => local.StartsWith(start, StringComparison.Ordinal))
            || Ends.Any(end => local.EndsWith(end, StringComparison.Ordinal))
            ? local
            : null;
    }

    // BATV (prvs=tag=user, btv1==tag==user) and SRS (SRS0=hash=tt=domain=user).
    private static string Unwrap(string local)
    {
        if (local.StartsWith("prvs=", StringComparison.Ordinal) || local.StartsWith("btv1==", StringComparison.Ordinal)
            || local.StartsWith("srs0=", StringComparison.Ordinal) || local.StartsWith("srs1=", StringComparison.Ordinal))
        {
            return local[(local.LastIndexOf('=') + 1)..];
        }

        return local;
    }
}
