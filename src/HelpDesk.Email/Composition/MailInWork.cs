using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>A mail that is being made.</summary>
/// <param name="Planned">What was planned.</param>
/// <param name="Occasion">What it is about.</param>
/// <param name="Letterhead">As whom it is written.</param>
/// <param name="Now">Its date.</param>
internal sealed record MailInWork(PlannedMail Planned, Occasion Occasion, Letterhead Letterhead, DateTimeOffset Now)
{
    /// <summary>Everybody whom it goes to, each once; the one that it is planned for first.</summary>
    public IReadOnlyList<EmailAddress> Recipients { get; } = [.. Planned.Others.Prepend(Planned.Recipient).Distinct()];

    /// <summary>Whether it goes to several: nothing in it may be one person's own.</summary>
    public bool IsShared => Recipients.Count > 1;

    /// <summary>Whether the words of who caused it may stand in it: those of somebody who may not be who they say are for technicians alone.</summary>
    public bool ShowsWords => Planned.IsForTechnician || Occasion.Cause.MayEcho;

    /// <summary>The entry that it tells of, where its recipients may read it.</summary>
    public NewTicketEntry? Entry =>
        Occasion.Entry is { } entry && ShowsWords && (Planned.IsForTechnician || IsPublic(entry)) ? entry : null;

    private bool IsPublic(NewTicketEntry entry) => entry.Visibility == EntryVisibility.Public && !Occasion.Cause.IsInternal;
}
