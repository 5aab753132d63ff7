using HelpDesk.Email.Contacts;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Identity;
using HelpDesk.Email.Returns;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Notifications;

/// <summary>Plans who is told that a mail did not reach its addressee: once for each ticket and address.</summary>
internal sealed class UndeliveredNotices(ITicketStore tickets, Happenings happenings)
{
    private static readonly TimeSpan Once = TimeSpan.FromDays(60);

    /// <summary>The ticket of the mail, or <see langword="null"/> where there is none, or nobody is told.</summary>
    public async ValueTask<TicketSnapshot?> FindTicketAsync(ReturnedReport report, CancellationToken cancellationToken) =>
        report.Failed.Count > 0 && report.Mail is { Ticket: { } number, Template: not TemplateNames.DeliveryFailed }
            ? await tickets.FindAsync(TicketLookup.Of(number), cancellationToken).ConfigureAwait(false) is [var ticket, ..] ? ticket : null
            : null;

    /// <summary>Who is told, and why others are not.</summary>
    public async ValueTask<(NotificationPlan Plan, TicketHappening Happening)> PlanAsync(TicketSnapshot ticket, SettingsSnapshot settings, CancellationToken cancellationToken)
    {
        var happening = new TicketHappening(ticket, [NotificationEvent.DeliveryFailed], StandInSender.Address) { TechniciansOnlyBecause = "agents are told of it" };
        happening = await happenings.WithPeopleAsync(happening, ticket, settings, cancellationToken).ConfigureAwait(false);
        return (NotificationPlanner.Plan(happening, settings), happening);
    }

    /// <summary>The occasion of the mail about one address.</summary>
    public static Occasion OccasionOf(FailedDelivery failure, ReturnedReport report, TicketSnapshot ticket, Cause cause, SettingsSnapshot settings)
    {
        var text = TextOf(report.Mail.Subject, failure.Address, failure.Reason, failure.IsSuppressed);
        return new Occasion(cause with { Text = text, MayEcho = true, Author = StandInSender.Address, References = [report.Mail.MessageId] }, settings)
        {
            Ticket = ticket,
            WhatHappened = $"A mail to {failure.Address} could not be delivered",
        };
    }

    /// <summary>What agents read of it.</summary>
    public static string TextOf(string? subject, string address, string reason, bool isSuppressed) =>
        $"The mail \"{subject}\" did not reach {address}.\n\n{reason}"
        + (isSuppressed ? $"\n\n{address} gets no mail for a time, unless somebody lifts that or a mail comes from there." : string.Empty);

    /// <summary>The row of such a mail, which goes once for each ticket, address and agent.</summary>
    public static NewOutboxEntry OnlyOnce(NewOutboxEntry mail, FailedDelivery failure, TicketSnapshot ticket) =>
        mail with { Throttle = [new ThrottleLimit($"undelivered:{ticket.Number}:{failure.Address.ToLowerInvariant()}:{mail.Recipients[0].ToLowerInvariant()}", 1, Once)] };
}
