using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Quarantine;

/// <summary>A mail that was set aside.</summary>
/// <param name="Id">The number of its row in the journal.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Mailbox">Where it came to.</param>
/// <param name="Reason">Why it was set aside.</param>
public sealed record QuarantinedMail(long Id, DateTimeOffset ReceivedAt, string Mailbox, string Reason)
{
    /// <summary>Where the row comes from: a mail, or something of the host's.</summary>
    public JournalOrigin Origin { get; init; }

    /// <summary>Who wrote it, as far as it could be read; or <see langword="null"/>.</summary>
    public EmailAddress? From { get; init; }

    /// <summary>Its subject; empty where it could not be read.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>Its Message-ID.</summary>
    public string MessageId { get; init; } = string.Empty;

    /// <summary>Its size in octets.</summary>
    public long Size { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>What was said of it, step by step.</summary>
    public IReadOnlyList<TraceLine> Trace { get; init; } = [];
}
