using System.Globalization;

namespace HelpDesk.Email.Mime.Tests.Reports;

public sealed class ReportTests
{
    private static MailDocument Report(string type, string[] fields, params string[] original) => Written.Read(
    [
        "Subject: report", $"Content-Type: multipart/report; report-type={type}; boundary=b", "", "--b", "", "For people.", "--b",
        "Content-Type: message/" + type, "", .. fields, "--b", .. original, "--b--", "",
    ]);

    private static readonly string[] Returned = ["Content-Type: message/rfc822", "", "Message-ID: <original@example.test>", "Subject: Hello", "", "text"];

    [Fact]
    public void A_delivery_report_is_read()
    {
        var report = DeliveryReport.Read(Report(
            "delivery-status",
            [
                "Reporting-MTA: dns; mx.example.test", "Original-Envelope-Id: env1", "Arrival-Date: Sat, 21 Nov 2026 10:00:00 +0000", "",
                "Final-Recipient: rfc822; ann@example.test", "Original-Recipient: rfc822;<Ann.Example@example.test>", "Action: failed", "Status: 5.1.1 (unknown)",
                "Remote-MTA: dns;mx2.example.test", "Diagnostic-Code: smtp; 550 5.1.1", " unknown user; sorry", "",
                "Final-Recipient: RFC822; bob@example.test", "Action: Delayed", "Status: 4.4.1", "Will-Retry-Until: Wed, 25 Nov 2026 10:00:00 +0000",
            ],
            Returned));
        Assert.NotNull(report);
        Assert.Equal("mx.example.test", report.ReportingMta);
        Assert.Equal("env1", report.OriginalEnvelopeId);
        Assert.Equal(DateTimeOffset.Parse("2026-11-21T10:00:00Z", CultureInfo.InvariantCulture), report.ArrivalDate);
        Assert.Equal("<original@example.test>", report.OriginalMessageId);
        Assert.Equal("Hello", report.OriginalMessage?.Subject);
        Assert.Collection(
            report.Recipients,
            ann =>
            {
                Assert.Equal("ann@example.test", ann.FinalRecipient);
                Assert.Equal("Ann.Example@example.test", ann.OriginalRecipient);
                Assert.Equal(DeliveryAction.Failed, ann.Action);
                Assert.Equal(new EnhancedStatusCode(5, 1, 1), ann.Status);
                Assert.Equal("smtp", ann.DiagnosticType);
                Assert.Equal("550 5.1.1 unknown user; sorry", ann.DiagnosticCode);
                Assert.Equal("mx2.example.test", ann.RemoteMta);
            },
            bob =>
            {
                Assert.Equal("bob@example.test", bob.FinalRecipient);
                Assert.Equal(DeliveryAction.Delayed, bob.Action);
                Assert.True(bob.Status?.IsTransient);
                Assert.Equal(25, bob.WillRetryUntil?.Day);
            });
    }

    [Fact]
    public void A_report_that_returns_only_headers_names_the_original()
    {
        var report = DeliveryReport.Read(Report(
            "delivery-status", ["Reporting-MTA: dns; x", "", "Final-Recipient: rfc822; a@b", "Action: failed", "Status: 5.0.0"],
            "Content-Type: text/rfc822-headers", "", "Message-ID: <original@example.test>"));
        Assert.Equal("<original@example.test>", report?.OriginalMessageId);
    }

    [Fact]
    public void A_report_in_one_group_or_with_rubbish_in_it_is_read()
    {
        var one = DeliveryReport.Read(Report("delivery-status", ["Reporting-MTA: dns; x", "Final-Recipient: rfc822; a@b", "Action: failed"], Returned));
        Assert.Equal("a@b", Assert.Single(one!.Recipients).FinalRecipient);
        var two = DeliveryReport.Read(Report("delivery-status", ["", "", "what is this", "", "Final-Recipient: rfc822; a@b", "rubbish", "Action: failed", "", "more", "rubbish"], Returned));
        Assert.Equal(DeliveryAction.Failed, Assert.Single(two!.Recipients).Action);
        Assert.Null(two.Recipients[0].Status);
    }

    [Fact]
    public void A_disposition_report_is_read()
    {
        var report = DispositionReport.Read(Report(
            "disposition-notification",
            [
                "Reporting-UA: mail.example.test; Reader 1.0", "Final-Recipient: rfc822;ann@example.test", "Original-Message-ID: <original@example.test>",
                "Disposition: manual-action/MDN-sent-manually; Displayed/error, failed",
            ],
            Returned));
        Assert.NotNull(report);
        Assert.Equal("ann@example.test", report.FinalRecipient);
        Assert.Equal("<original@example.test>", report.OriginalMessageId);
        Assert.Equal("displayed", report.Disposition);
        Assert.True(report.IsManual);
        Assert.Equal(["error", "failed"], report.Modifiers);
    }

    [Fact]
    public void A_feedback_report_is_read()
    {
        var report = FeedbackReport.Read(Report(
            "feedback-report",
            [
                "Feedback-Type: abuse", "User-Agent: Provider/1.0", "Version: 1", "Original-Mail-From: <support@example.test>", "Original-Rcpt-To: <ann@example.test>",
                "Original-Rcpt-To: bob@example.test", "Source-IP: 192.0.2.1", "Reported-Domain: example.test",
            ],
            Returned));
        Assert.NotNull(report);
        Assert.Equal("abuse", report.FeedbackType);
        Assert.Equal("support@example.test", report.OriginalMailFrom);
        Assert.Equal(["ann@example.test", "bob@example.test"], report.OriginalRecipients);
        Assert.Equal(["example.test"], report.ReportedDomains);
        Assert.Equal("192.0.2.1", report.SourceIp);
        Assert.Equal("<original@example.test>", report.OriginalMessageId);
    }

    [Fact]
    public void A_message_that_is_no_report_gives_none()
    {
        var document = Written.Read("Subject: x", "", "text");
        Assert.Null(DeliveryReport.Read(document));
        Assert.Null(DispositionReport.Read(document));
        Assert.Null(FeedbackReport.Read(document));
    }

    [Theory]
    [InlineData("5.1.1", "5.1.1")]
    [InlineData(" 4.4.7 (delayed)", "4.4.7")]
    [InlineData("2.0.0;x", "2.0.0")]
    [InlineData("3.1.1", null)]
    [InlineData("5.1", null)]
    [InlineData("5.1.1.1", null)]
    [InlineData("5.1000.1", null)]
    [InlineData("", null)]
    public void Status_codes_are_read(string text, string? expected) =>
        Assert.Equal(expected, EnhancedStatusCode.TryParse(text, out var code) ? code.ToString() : null);
}
