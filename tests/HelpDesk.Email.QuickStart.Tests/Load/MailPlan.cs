using HelpDesk.Email.QuickStart.Tests.Smtp;

namespace HelpDesk.Email.QuickStart.Tests.Load;

/// <summary>Mails of many people: half of them begin a conversation, half answer an earlier mail of the same person, some go out by two connections.</summary>
internal sealed class MailPlan
{
    private const int OneInThisManyIsATwin = 8;

    private readonly List<PlannedMail> _mails = [];

    public MailPlan(int count, Random random)
    {
        for (var number = 0; number < count; number++)
        {
            var parent = number < count / 2 ? null : _mails[random.Next(number)];
            var thread = parent?.Thread ?? number;
            var subject = parent is null ? $"Mail {number}" : $"Re: Mail {thread}";
            var mail = new PlainMail($"person{thread}@example.test", subject, $"This is mail {number}.")
            {
                MessageId = $"<mail{number}@client.test>",
                InReplyTo = parent?.Mail.MessageId,
            };
            _mails.Add(new PlannedMail(number, thread, mail, random.Next(OneInThisManyIsATwin) == 0 ? 2 : 1));
        }

        Answers = _mails.Where(mail => mail.IsReply).ToLookup(mail => mail.Mail.InReplyTo!);
    }

    public IReadOnlyList<PlannedMail> Mails => _mails;

    /// <summary>How many times a mail has to be accepted, twins counted twice.</summary>
    public int Deliveries => _mails.Sum(mail => mail.Copies);

    /// <summary>The mails that answer a mail, by its Message-ID: a person writes them when that one is out.</summary>
    public ILookup<string, PlannedMail> Answers { get; }
}
