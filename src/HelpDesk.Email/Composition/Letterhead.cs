using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Composition;

/// <summary>As whom the help desk writes: what department, brand, account and mailbox make of it together.</summary>
/// <param name="Account">The outgoing account.</param>
/// <param name="From">The address that mail comes from, with the name of the help desk.</param>
/// <param name="Mailbox">The mailbox that the conversation goes by.</param>
internal sealed record Letterhead(string Account, EmailAddress From, MailboxOptions Mailbox)
{
    /// <summary>The name of the help desk where it is spoken of; never empty.</summary>
    public required string HelpDesk { get; init; }

    /// <summary>The brand's name, or <see langword="null"/>.</summary>
    public string? Brand { get; init; }

    /// <summary>Where the settings want answers to go, or <see langword="null"/>.</summary>
    public EmailAddress? ReplyTo { get; init; }

    /// <summary>Which name stands in mail that a person wrote.</summary>
    public AuthorNames AuthorNames { get; init; }

    /// <summary>The language.</summary>
    public required CultureInfo Culture { get; init; }

    /// <summary>The time zone of times in the mail.</summary>
    public required TimeZoneInfo TimeZone { get; init; }
}
