using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>Tells of mails that are passed over: to the log, and to the meter <c>HelpDesk.Email</c>.</summary>
/// <param name="mailbox">The name of the mailbox.</param>
/// <param name="log">Its log.</param>
internal sealed class PassedOver(string mailbox, ILogger log)
{
    private static readonly Meter Meter = new("HelpDesk.Email");

    private static readonly Counter<long> Counter =
        Meter.CreateCounter<long>("helpdesk_email.passed_over", "{mail}", "Mails that were left in their mailbox, by mailbox and reason.");

    /// <summary>A mail is longer than the limit.</summary>
    public void TooLong(string mail, long octets, long limit)
    {
        MailboxLog.TooLong(log, mailbox, mail, octets, limit);
        Count("too-long");
    }

    /// <summary>The server refuses to give a mail.</summary>
    public void NotGiven(string mail, string reason)
    {
        MailboxLog.NotGiven(log, mailbox, mail, reason);
        Count("not-given");
    }

    private void Count(string reason) =>
        Counter.Add(1, new KeyValuePair<string, object?>("mailbox", mailbox), new KeyValuePair<string, object?>("reason", reason));
}
