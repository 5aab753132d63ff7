using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Classification;

/// <summary>Automatic answers that are known by their subject and wording alone, as most out-of-office mails are.</summary>
/// <remarks>
/// Points are given for what programs write, and taken for what only people do: questions, requests, forwarding. A subject that
/// programs write carries the mail unless a person's concern speaks against it; without such a subject, nothing less than a whole
/// notice of absence does: somebody away, until when, whom to turn to. A mail that says <c>Auto-Submitted: no</c> is believed.
/// </remarks>
internal static class WordingRules
{
    private const int EnoughWithSubject = 4;
    private const int EnoughWithAbsence = 7;
    private const int EnoughAlone = 6;
    private const int FewWords = 40;

    public static IEnumerable<ClassificationEvidence> Find(InboundMail mail)
    {
        if (HeaderText.Values(mail, "Auto-Submitted").Any(value => HeaderText.Keyword(value) == "no"))
        {
            yield break;
        }

        var subject = SubjectWording.Read(mail.Subject);
        if (subject.Forwarded)
        {
            yield break;
        }

        var own = OwnWords.Of(mail.Text);
        var spoken = new SpokenKinds(own);
        if (subject.Weight == 0 && !spoken.AnyWeighs)
        {
            yield break;
        }

        var body = BodyWording.Read(own, spoken, OwnWords.Plain(mail.Subject), echoes: subject.Weight >= 4);
        if (subject.Weight + body.Weight == 0)
        {
            yield break;
        }

        var person = body.Person + Beside(subject, body) + (mail.Attachments.Any(IsFile) ? 1 : 0) + SpeaksOfIt(subject, body, own);
        var total = subject.Weight + body.Weight + Hints(mail, subject) - person;
        if (total < Enough(subject, body) || (subject.Weight == 0 && !IsNotice(body)) || !HasCompany(mail, subject, body, own))
        {
            yield break;
        }

        var kind = body.OfAbsence || (subject.OfAbsence && !body.Received) ? MailKind.OutOfOffice : MailKind.AutoReply;
        var strength = total >= 8 ? "strong" : "sufficient";
        if (subject.Weight > 0)
        {
            yield return new ClassificationEvidence($"subject \"{subject.Phrase}\" ({strength})", kind);
        }

        if (body.Weight > 0)
        {
            yield return new ClassificationEvidence(
                $"wording of {(body.OfAbsence ? "an absence notice" : body.Automatic || body.NoReply ? "an automatic answer" : "an acknowledgement")} ({strength})", kind);
        }
    }

    private static int Enough(SubjectWording subject, BodyWording body) => subject.Weight switch
    {
        2 when body is { Received: true, Strange: 0, Person: 0 } && !subject.OfAbsence => EnoughWithSubject,
        >= 4 => EnoughWithSubject,
        3 => subject.OfAbsence ? EnoughWithAbsence : EnoughWithSubject,
        _ => EnoughAlone,
    };

    // Somebody may write about automatic replies under that very title. He then speaks of them, or of what he wants.
    private static bool HasCompany(InboundMail mail, SubjectWording subject, BodyWording body, string own) =>
        body.Weight > 0 || body.Company >= 2 || own.Length <= FewWords || Hints(mail, subject) > 0
        || (subject is { Weight: >= 4, Echoes: true } && body is { Person: 0, Asks: false } && !own.Contains(subject.Phrase, StringComparison.OrdinalIgnoreCase));

    private static int SpeaksOfIt(SubjectWording subject, BodyWording body, string own) =>
        subject.Weight > 0 && !body.Automatic && (!body.OfAbsence || body.Asks) && own.Contains(subject.Phrase, StringComparison.OrdinalIgnoreCase) ? 4 : 0;

    private static bool IsNotice(BodyWording body) => (body.OfAbsence || body.Automatic || body.NoReply) && body.Person == 0;

    // A notice says nothing but what notices say; whoever wants something says that too. Below a prefix that programs write
    // anything may stand.
    private static int Beside(SubjectWording subject, BodyWording body) => subject.Weight >= 4 || (subject.Weight == 3 && !subject.OfAbsence)
        ? 0
        : (2 * body.Strange) + (subject.Answer && subject.Weight == 0 && !body.Automatic && !body.NoReply ? 1 : 0) - (body.IsWhole ? 1 : 0);

    // Exchange sets the first on its own notices and on those of rules; a notice answers a mail, and a person who begins with such
    // a subject answers none.
    private static int Hints(InboundMail mail, SubjectWording subject) =>
        (HeaderText.Values(mail, "X-Auto-Response-Suppress").Any(AutoResponseSuppress.Forbids) ? 2 : 0)
        + (subject.Weight >= 4 && !subject.Answer && (mail.InReplyTo.Count > 0 || mail.References.Count > 0) ? 1 : 0);

    private static bool IsFile(InboundAttachment attachment) => attachment.Disposition == "attachment" && attachment.ContentId is null;
}
