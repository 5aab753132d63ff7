using System.Text;
using HelpDesk.Email.Classification;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;

namespace HelpDesk.Email.Tests.Bounces;

public sealed class DeliveryReportTests
{
    private const string Returned = "Return-Path: <desk@helpdesk.test>\nReceived: from desk by mx.helpdesk.test; Mon, 5 Jan 2026 09:00:00 +0000\n"
        + "Message-ID: <orig-1@helpdesk.test>\nFrom: desk@helpdesk.test\nTo: bob@customer.test\nSubject: Your ticket\n\nText\n";

    public static TheoryData<string, string, string> FreeForms => new()
    {
        { "<bob@customer.test>:\nRemote host said: 550 5.1.1 No such user here\n\n--- Below this line is a copy of the message.\n\n" + Returned, "5.1.1", "qmail" },
        { "A message that you sent could not be delivered. The following address(es) failed:\n\n  bob@customer.test\n    SMTP error from remote mail server after RCPT TO:<bob@customer.test>:\n    host mx.customer.test [192.0.2.7]: 550 5.1.1 unknown user\n\n------ This is a copy of the message, including all the headers. ------\n\n" + Returned, "5.1.1", "Exim" },
        { "I'm sorry to have to inform you that your message could not be delivered.\n\n<bob@customer.test>: host mx.customer.test[192.0.2.7] said: 550 5.1.1\n    <bob@customer.test>: User unknown (in reply to RCPT TO command)\n\n" + Returned, "5.1.1", "Postfix" },
        { "   ----- The following addresses had permanent fatal errors -----\n<bob@customer.test>\n    (reason: 550 5.1.1 <bob@customer.test>... User unknown)\n\n   ----- Transcript of session follows -----\n... while talking to mx.customer.test.:\n>>> RCPT To:<bob@customer.test>\n<<< 550 5.1.1 <bob@customer.test>... User unknown\n\n   ----- Original message follows -----\n\n" + Returned, "5.1.1", "Sendmail" },
        { "Delivery to the following recipient failed permanently:\n\n     bob@customer.test\n\nTechnical details of permanent failure:\nThe error that the other server returned was: 550 5.1.1 The account does not exist.\n\n----- Original message -----\n\n" + Returned, "5.1.1", "Gmail" },
        { "Your message\n\n  To:      bob@customer.test\n  Subject: Your ticket\n  Sent:    Mon, 5 Jan 2026 09:00:00\n\ndid not reach the following recipient(s):\n\nbob@customer.test on Mon, 5 Jan 2026 09:00:02\n    The recipient name is not recognized\n\n" + Returned, "", "Exchange" },
        { "Sorry, we were unable to deliver your message to the following address.\n\n<bob@customer.test>:\n554 5.1.1 This user doesn't have an account here\n\n--- Below this line is a copy of the message.\n\n" + Returned, "5.1.1", "webmail" },
        { "Unknown user: bob@customer.test\n\nOriginal message follows.\n\n" + Returned, "", "short" },
        { "------- Failure Reasons --------\n\nUser not listed in the directory\nbob@customer.test\n\n------- Returned Message --------\n\n" + Returned, "", "Notes" },
        { "Message could not be delivered to mobile.\nError: No valid recipients for this MM\n\nRCPT TO: bob@customer.test\n\n" + Returned, "", "carrier" },
    };

    [Theory]
    [MemberData(nameof(FreeForms))]
    public void A_bounce_in_no_standard_form_tells_recipient_reason_and_original(string text, string status, string system)
    {
        var mail = Read($"From: MAILER-DAEMON@mx.customer.test\nTo: desk@helpdesk.test\nSubject: Undelivered mail returned\n\n{text}");

        Assert.Equal(MailKind.Bounce, MailClassifier.Classify(mail, null).Kind);
        var recipient = Assert.Single(mail.DeliveryReport!.Recipients);
        Assert.Equal(("bob@customer.test", "failed", true, true, system), (recipient.Address, recipient.Action, recipient.Permanent, recipient.AddressInvalid, system));
        Assert.Equal(status, recipient.Status ?? "");
        Assert.Equal("<orig-1@helpdesk.test>", mail.DeliveryReport.OriginalMessageId);
        Assert.Equal("<orig-1@helpdesk.test>", mail.ReportedMessageId);
    }

    [Theory]
    [InlineData("550 5.1.1 User unknown", true, true)]
    [InlineData("550 5.1.2 Host unknown", true, true)]
    [InlineData("551 5.1.6 The user has moved", true, true)]
    [InlineData("550 5.4.1 Recipient address rejected: Access denied", true, true)]
    [InlineData("552 5.2.2 Mailbox full", true, false)]
    [InlineData("552 5.3.4 Message size exceeds fixed maximum", true, false)]
    [InlineData("550 5.7.1 Blocked by policy", true, false)]
    [InlineData("554 5.7.1 Message looks like spam", true, false)]
    [InlineData("550 5.7.26 Unauthenticated mail (DMARC)", true, false)]
    [InlineData("550 5.2.1 The account is disabled", true, false)]
    [InlineData("450 4.2.2 Mailbox full", false, false)]
    [InlineData("451 4.7.1 Greylisted, try again later", false, false)]
    [InlineData("421 4.4.2 Connection timed out", false, false)]
    [InlineData("550 5.1.7 No such domain of sender (after MAIL FROM)", true, false)]
    [InlineData("550 Unknown user (in reply to end of DATA command)", true, false)]
    public void The_reply_of_the_server_tells_whether_it_is_for_good_and_whether_the_address_is_dead(string reply, bool permanent, bool dead)
    {
        var mail = Read(Report("failed", "5.0.0", reply));

        var recipient = Assert.Single(mail.DeliveryReport!.Recipients);
        Assert.Equal((permanent, dead), (recipient.Permanent, recipient.AddressInvalid));
    }

    [Theory]
    [InlineData("failed", "5.1.1", MailKind.Bounce)]
    [InlineData("delayed", "4.4.1", MailKind.DeliveryDelay)]
    [InlineData("delivered", "2.0.0", MailKind.DeliverySuccess)]
    [InlineData("relayed", "2.0.0", MailKind.DeliverySuccess)]
    public void The_action_of_a_report_tells_the_kind(string action, string status, MailKind kind)
    {
        var mail = Read(Report(action, status, "250 fine"));

        Assert.Equal(kind, MailClassifier.Classify(mail, null).Kind);
        Assert.Equal((action, status), (mail.DeliveryReport!.Recipients[0].Action, mail.DeliveryReport.Recipients[0].Status));
    }

    [Theory]
    [InlineData("Ann <ann@customer.test>", "Undelivered Mail Returned to Sender", "")]
    [InlineData("Ann <ann@customer.test>", "Fwd: Undelivered Mail Returned to Sender", "")]
    [InlineData("Postmaster <postmaster@customer.test>", "Re: your mail to us", "Hello,\nyour mail could not be delivered because of our filter:\n\n")]
    [InlineData("Postmaster <postmaster@customer.test>", "Fwd: Undeliverable: Offer", "")]
    public void A_person_who_passes_a_bounce_on_is_a_person(string from, string subject, string before)
    {
        var mail = Read($"From: {from}\nTo: desk@helpdesk.test\nSubject: {subject}\n\n{before}<bob@customer.test>: host mx said: 550 5.1.1 User unknown\n");

        Assert.Null(mail.DeliveryReport);
        Assert.Equal(MailKind.Human, MailClassifier.Classify(mail, null).Kind);
    }

    [Fact]
    public void A_person_who_forwards_a_bounce_with_its_parts_is_a_person()
    {
        var report = Report("failed", "5.1.1", "550 5.1.1 User unknown")
            .Replace("From: MAILER-DAEMON@mx.customer.test", "From: Ann <ann@customer.test>", StringComparison.Ordinal)
            .Replace("Subject: Undelivered", "Subject: Fwd: Undelivered", StringComparison.Ordinal)
            .Replace("multipart/report; report-type=delivery-status;", "multipart/mixed;", StringComparison.Ordinal);

        Assert.Null(Read(report).DeliveryReport);
    }

    [Fact]
    public void A_complaint_tells_about_whom_it_is()
    {
        var mail = Read("From: fbl@provider.test\nTo: desk@helpdesk.test\nSubject: Complaint\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: text/plain\n\nA complaint\n--b\n"
            + "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x/1\nVersion: 1\nOriginal-Rcpt-To: <bob@customer.test>\n\n--b\n"
            + $"Content-Type: message/rfc822\n\n{Returned}\n--b--\n");

        Assert.Equal(MailKind.FeedbackReport, MailClassifier.Classify(mail, null).Kind);
        Assert.Equal("bob@customer.test", Assert.Single(mail.DeliveryReport!.Recipients).Address);
        Assert.Equal("<orig-1@helpdesk.test>", mail.DeliveryReport.OriginalMessageId);
    }

    [Theory]
    [InlineData("@@@@@@@@")]
    [InlineData("user a@b no such mailbox recipient domain ")]
    [InlineData("<a@b>: 550 5.1.1 ")]
    [InlineData("550 5.1.1 5.1.1 4.4.4.4 ")]
    [InlineData("From: a\nTo: b\n")]
    [InlineData(">>> DATA\n<<< 550 x@y\n")]
    [InlineData("\"\"\"\"@\"@")]
    public void A_megabyte_of_bounce_is_read_in_no_time(string text)
    {
        var body = string.Concat(Enumerable.Repeat(text, 1_000_000 / text.Length));

        var clock = System.Diagnostics.Stopwatch.StartNew();
        Read($"From: MAILER-DAEMON@mx.customer.test\nTo: desk@helpdesk.test\nSubject: Undeliverable\n\n{body}");

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"{clock.Elapsed}");
    }

    private static string Report(string action, string status, string diagnostic) =>
        "From: MAILER-DAEMON@mx.customer.test\nTo: desk@helpdesk.test\nSubject: Undelivered\nMIME-Version: 1.0\n"
        + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nA report\n--b\n"
        + $"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.customer.test\n\nFinal-Recipient: rfc822; bob@customer.test\nAction: {action}\n"
        + $"Status: {status}\nDiagnostic-Code: smtp; {diagnostic}\n\n--b\nContent-Type: message/rfc822\n\n{Returned}\n--b--\n";

    private static InboundMail Read(string message) => InboundMailReader.Read(MailContent.FromOctets(Encoding.UTF8.GetBytes(message)));
}
