using HelpDesk.Email.Decisions;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Notifications;

/// <summary>What mails are about: all that their words may use.</summary>
/// <param name="Cause">What caused them.</param>
/// <param name="Settings">The settings.</param>
internal sealed record Occasion(Cause Cause, SettingsSnapshot Settings)
{
    /// <summary>The ticket right after, or <see langword="null"/> where there is none.</summary>
    public TicketSnapshot? Ticket { get; init; }

    /// <summary>The entry that was written, with files that can be opened; or <see langword="null"/>.</summary>
    public NewTicketEntry? Entry { get; init; }

    /// <summary>What happened, in words; or <see langword="null"/> where the event says it all.</summary>
    public string? WhatHappened { get; init; }

    /// <summary>What was looked up already; one for all mails of the occasion.</summary>
    public OccasionMemory Memory { get; } = new();
}
