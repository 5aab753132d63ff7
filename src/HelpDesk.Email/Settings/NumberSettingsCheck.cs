using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Settings;

/// <summary>Says which numbers and times are out of their bounds.</summary>
internal sealed class NumberSettingsCheck : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        var processing = options.Processing;
        IEnumerable<string?> checks =
        [
            Bounds.Check("Processing:BatchSize", processing.BatchSize, 1, 1000),
            Bounds.Check("Processing:Concurrency", processing.Concurrency, 1, 64),
            Bounds.Check("Processing:MaxAttempts", processing.MaxAttempts, 1, 100),
            Bounds.Check("Processing:Lease", processing.Lease, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
            Bounds.Check("Processing:MaxTimePerAttempt", processing.MaxTimePerAttempt, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            Bounds.Check("Processing:PollInterval", processing.PollInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10)),
            Bounds.Check("Processing:MaxWaitForParent", processing.MaxWaitForParent, TimeSpan.Zero, TimeSpan.FromHours(1)),
            Bounds.Check("Processing:DuplicateWindow", processing.DuplicateWindow, TimeSpan.Zero, TimeSpan.FromDays(30)),
            Bounds.Check("Processing:MaxDeliveryTime", processing.MaxDeliveryTime, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
            Bounds.Check("Delivery:KeepOrderFor", options.Delivery.KeepOrderFor, TimeSpan.Zero, TimeSpan.FromDays(5)),
            Bounds.Check("Delivery:SuppressFor", options.Delivery.SuppressFor, TimeSpan.Zero, TimeSpan.FromDays(3650)),
            .. options.Outgoing.Select(account => Bounds.Check($"Outgoing:{account.Key}:MaxConnections", account.Value.MaxConnections, 1, 32)),
            .. options.Outgoing.Select(account => Bounds.Check($"Outgoing:{account.Key}:MaxMessagesPerMinute", account.Value.MaxMessagesPerMinute, 0, 100_000)),
            Bounds.Check("Monitor:TicketAfterRefusedLogins", options.Monitor.TicketAfterRefusedLogins, 0, 100),
            Bounds.Check("Retention:ContentAge", options.Retention.ContentAge, TimeSpan.Zero, TimeSpan.FromDays(3650)),
            Bounds.Check("Retention:ContentCount", options.Retention.ContentCount, 0, 100_000_000),
            Bounds.Check("Retention:ContentMegabytes", options.Retention.ContentMegabytes, 0, 100_000_000),
            Bounds.Check("Retention:SentMailAge", options.Retention.SentMailAge, TimeSpan.Zero, TimeSpan.FromDays(3650)),
            Bounds.Check("Retention:FailedMailAge", options.Retention.FailedMailAge, TimeSpan.Zero, TimeSpan.FromDays(3650)),
            Bounds.Check("Limits:MaxMailOctets", options.Limits.MaxMailOctets, 1024L, 1L << 30),
            Bounds.Check("Limits:MaxSubjectLength", options.Limits.MaxSubjectLength, 1, 998),
            Bounds.Check("Limits:MaxAttachmentOctets", options.Limits.MaxAttachmentOctets, 0L, 1L << 30),
            Bounds.Check("Composition:MaxAttachmentOctets", options.Composition.MaxAttachmentOctets, 0L, 1L << 30),
            Bounds.Check("Composition:RecentMessages", options.Composition.RecentMessages, 0, 50),
            Bounds.Check("Composition:RecentMessagesToCustomers", options.Composition.RecentMessagesToCustomers, 0, 50),
            Bounds.Check("AutomaticAnswers:Delay", options.AutomaticAnswers.Delay, TimeSpan.Zero, TimeSpan.FromDays(1)),
            Bounds.Check("AutomaticAnswers:MaxMailAge", options.AutomaticAnswers.MaxMailAge, TimeSpan.FromMinutes(1), TimeSpan.FromDays(365)),
            Bounds.Check("AutomaticAnswers:MaxPerAddressIn30Minutes", options.AutomaticAnswers.MaxPerAddressIn30Minutes, 0, 1000),
            Bounds.Check("AutomaticAnswers:MaxPerAddressInADay", options.AutomaticAnswers.MaxPerAddressInADay, 0, 10_000),
            Bounds.Check("AutomaticAnswers:MaxPerTicketInAnHour", options.AutomaticAnswers.MaxPerTicketInAnHour, 0, 1000),
            Bounds.Check("AutomaticAnswers:MaxPerDomainInAnHour", options.AutomaticAnswers.MaxPerDomainInAnHour, 0, 100_000),
            Bounds.Check("AutomaticAnswers:MaxInAllInAnHour", options.AutomaticAnswers.MaxInAllInAnHour, 0, 1_000_000),
            Bounds.Check("AutomaticAnswers:MaxPerHelpDeskInADay", options.AutomaticAnswers.MaxPerHelpDeskInADay, 0, 1000),
            Bounds.Check("Subscribers:MaxPerTicket", options.Subscribers.MaxPerTicket, 0, 1000),
            Bounds.Check("SmtpListener:Port", options.SmtpListener.Port, 0, 65_535),
            Bounds.Check("SmtpListener:MaxConnections", options.SmtpListener.MaxConnections, 1, 10_000),
            Bounds.Check("SmtpListener:MaxMailsPerConnection", options.SmtpListener.MaxMailsPerConnection, 1, 1_000_000),
            Bounds.Check("SmtpListener:MaxErrors", options.SmtpListener.MaxErrors, 1, 10_000),
            Bounds.Check("SmtpListener:IdleTimeout", options.SmtpListener.IdleTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            Bounds.Check("SmtpListener:MaxRecipients", options.SmtpListener.MaxRecipients, 1, 1000),
            options.Monitor.TicketTemplate is { } template && string.IsNullOrWhiteSpace(template)
                ? "HelpDeskEmail:Monitor:TicketTemplate is empty; write the name of a template, or leave it out for the built-in words."
                : null,
        ];
        return checks.OfType<string>();
    }
}
