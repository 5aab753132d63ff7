using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HelpDesk.Email.Diagnostics;

/// <summary>The names under which the engine tells what it does.</summary>
/// <remarks>Addresses and subjects are in no measurement and in no span.</remarks>
public static class HelpDeskEmailDiagnostics
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Name = "HelpDesk.Email";

    internal static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    internal static Counter<long> Received { get; } =
        Meter.CreateCounter<long>("helpdesk_email.received", "{mail}", "Rows written to the journal, by mailbox.");

    internal static Counter<long> Outcomes { get; } =
        Meter.CreateCounter<long>("helpdesk_email.outcomes", "{mail}", "Rows of the journal that were finished, by outcome.");

    internal static Counter<long> LoopsSuspected { get; } =
        Meter.CreateCounter<long>("helpdesk_email.loops_suspected", "{loop}", "Loops that were suspected, once for each address and half hour, by what spoke for it.");

    internal static Counter<long> AnswersDropped { get; } =
        Meter.CreateCounter<long>("helpdesk_email.answers_dropped", "{mail}", "Automatic answers that a limit of AutomaticAnswers stopped: they are never sent.");

    internal static Counter<long> Deliveries { get; } =
        Meter.CreateCounter<long>("helpdesk_email.deliveries", "{recipient}", "Attempts to deliver, by what became of the recipient.");

    internal static Counter<long> Purged { get; } =
        Meter.CreateCounter<long>("helpdesk_email.purged", "{mail}", "Mails whose octets, as they were received, were kept long enough and purged.");

    internal static Counter<long> PurgedOctets { get; } =
        Meter.CreateCounter<long>("helpdesk_email.purged_octets", "By", "Octets that were purged.");

    internal static Counter<long> SentMailsPurged { get; } =
        Meter.CreateCounter<long>("helpdesk_email.sent_mails_purged", "{mail}", "Sent mails that were kept long enough and whose octets were purged.");

    internal static Counter<long> FailedMailsDeleted { get; } =
        Meter.CreateCounter<long>("helpdesk_email.failed_mails_deleted", "{mail}", "Failed outgoing mails that were kept long enough and deleted.");
}
