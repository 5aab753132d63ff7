namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Makes a delivery report of one of our mails (RFC 3464).</summary>
internal static class BounceMail
{
    private static readonly (string Status, string Reply)[] Failures =
    [
        ("5.1.1", "550 5.1.1 <{0}>: Recipient address rejected: User unknown in local recipient table"),
        ("5.2.2", "552 5.2.2 <{0}>: Mailbox full"),
        ("4.4.1", "451 4.4.1 <{0}>: Connection timed out"),
    ];

    public static byte[] Make(Chance chance)
    {
        var writer = new MailWriter(chance);
        var customer = Person.Any(chance);
        var (status, reply) = chance.Of(Failures);
        var diagnostic = reply.Replace("{0}", customer.Address, StringComparison.Ordinal);
        writer.Header(
            new Person("Mail Delivery System", $"MAILER-DAEMON@{customer.Host}"),
            "Undelivered Mail Returned to Sender",
            $"multipart/report; report-type=delivery-status;\r\n\tboundary=\"{writer.Boundary}\"");
        writer.Line("Auto-Submitted: auto-replied");
        writer.Line();
        writer.Open(writer.Boundary);
        writer.QuotedPrintable("text/plain", $"This is the mail system at host mx.{customer.Host}.\n\nYour message could not be delivered to the recipient below.\n\n<{customer.Address}>: host mx.{customer.Host} said:\n    {diagnostic}\n");
        writer.Open(writer.Boundary);
        writer.Line("Content-Type: message/delivery-status");
        writer.Line();
        writer.Line($"Reporting-MTA: dns; mx.{customer.Host}");
        writer.Line($"Arrival-Date: {Prose.Date(chance)}");
        writer.Line();
        writer.Line($"Final-Recipient: rfc822; {customer.Address}");
        writer.Line(status[0] == '5' ? "Action: failed" : "Action: delayed");
        writer.Line($"Status: {status}");
        writer.Line($"Diagnostic-Code: smtp; {diagnostic}");
        writer.Line();
        writer.Open(writer.Boundary);
        writer.Line("Content-Type: message/rfc822");
        writer.Line();
        writer.Line($"From: {Person.HelpDesk.Name} <{Person.HelpDesk.Address}>");
        writer.Line($"To: {customer.Address}");
        writer.Line($"Message-ID: {writer.Id("helpdesk.example")}");
        writer.Line("Subject: Your question");
        writer.Line();
        writer.Line("We have had a look at it.");
        writer.Close(writer.Boundary);
        return writer.Finish();
    }
}
