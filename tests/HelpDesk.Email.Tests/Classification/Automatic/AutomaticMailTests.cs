using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Tests.Classification.Automatic;

public sealed class AutomaticMailTests
{
    private static readonly (string Subject, string Text)[] Plain =
    [
        ("Ticket 4711", "Your message has arrived."),
        ("Re: Printer", "It will be read on Monday."),
    ];

    [Fact]
    public void Automatic_mails_are_known_with_and_without_header_fields()
    {
        var mails = MailTables.Mails("automatic-mails.txt").Select(mail => (Name: $"{mail.What}: {mail.Subject}", Mail: MailTables.Mail(mail.Subject, mail.Text)))
            .Concat(MailTables.Lines("automatic-headers.txt").SelectMany(header => Plain.Select(plain =>
                (Name: header, Mail: MailTables.Mail(plain.Subject, plain.Text, $"{header}\n"))))).ToList();
        var missed = mails.Where(mail => !MailTables.Classify(mail.Mail).IsAutomatic).Select(mail => mail.Name).ToList();

        Assert.True(mails.Count >= 150, $"only {mails.Count} mails");
        Assert.True(missed.Count <= mails.Count * 0.03, $"{missed.Count} of {mails.Count} missed:\n{string.Join('\n', missed)}");
    }

    [Fact]
    public void No_mail_of_a_person_is_taken_for_automatic()
    {
        var texts = MailTables.Mails("human-mails.txt").ToList();
        var mails = texts.Select(mail => (Name: $"{mail.What}: {mail.Subject}", Mail: MailTables.Mail(mail.Subject, mail.Text)))
            .Concat(MailTables.Lines("human-headers.txt").SelectMany((header, index) => Some(texts, index, 5).Select(mail =>
                (Name: $"{header}: {mail.Subject}", Mail: MailTables.Mail(mail.Subject, mail.Text, $"{header}\n")))))
            .Concat(MailTables.Lines("relay-headers.txt").SelectMany((header, index) => Some(texts, index, 4).Select(mail =>
                (Name: $"{header}: {mail.Subject}", Mail: MailTables.Mail(mail.Subject, mail.Text, $"In-Reply-To: <2@helpdesk.test>\n{header}\n"))))).ToList();
        var wrong = mails.Select(mail => (mail.Name, Classification: MailTables.Classify(mail.Mail)))
            .Where(mail => mail.Classification.IsAutomatic)
            .Select(mail => $"{mail.Name} [{mail.Classification.Kind}: {string.Join("; ", mail.Classification.Evidence)}]").ToList();

        Assert.True(mails.Count >= 300, $"only {mails.Count} mails");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {mails.Count} wrong:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void A_notice_of_absence_is_out_of_office_whatever_its_header_says()
    {
        var mail = MailTables.Mail("Automatic reply: Ticket", "I am on annual leave until Monday.", "Auto-Submitted: auto-generated\n");

        Assert.Equal(MailKind.OutOfOffice, MailTables.Classify(mail).Kind);
    }

    [Fact]
    public void A_mail_of_a_list_is_a_lists_although_it_answers()
    {
        var mail = MailTables.Mail("Re: Meeting", "Fine with me.",
            "In-Reply-To: <2@customer.test>\nCc: team@lists.customer.test\nList-Id: Team <team.lists.customer.test>\n");

        Assert.Equal(MailKind.MailingList, MailTables.Classify(mail).Kind);
    }

    [Theory]
    [InlineData("Automatic reply: ", "I am out of the office until ")]
    [InlineData("auto auto auto ", "????????")]
    [InlineData("[a][a][a]", ">>>> @ @ @ ")]
    [InlineData("your request i am ", "i am i'm we are this is your message urgent ")]
    [InlineData("Re: Re: Re: ", "-----\n-----\n")]
    public void A_megabyte_of_words_is_read_in_no_time(string subject, string text)
    {
        var mail = MailTables.Mail("x", "x") with { Subject = Repeat(subject), Text = Repeat(text) };

        var clock = System.Diagnostics.Stopwatch.StartNew();
        MailTables.Classify(mail);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, 1_000_000 / text.Length));

    private static IEnumerable<(string What, string Subject, string Text)> Some(List<(string What, string Subject, string Text)> texts, int index, int count) =>
        Enumerable.Range(0, count).Select(step => texts[((index * 7) + (step * 31)) % texts.Count]);
}
