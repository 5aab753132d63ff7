using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Storage;

/// <summary>A mail to be sent; its octets are fixed here.</summary>
/// <param name="MessageId">Its Message-ID with angle brackets: the same in every attempt.</param>
/// <param name="Recipients">The envelope recipients.</param>
/// <param name="Content">The octets, or <see langword="null"/> for a mail that could not be made.</param>
public sealed record NewOutboxEntry(string MessageId, IReadOnlyList<string> Recipients, MailContent? Content)
{
    /// <summary>The template it was made from, or empty.</summary>
    public string Template { get; init; } = string.Empty;

    /// <summary>The subject, for lists.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>The ticket it belongs to, or <see langword="null"/>.</summary>
    public string? Ticket { get; init; }

    /// <summary>The outgoing account, by its name in the settings.</summary>
    public string Account { get; init; } = "default";

    /// <summary>The envelope sender; empty for <c>&lt;&gt;</c>.</summary>
    public string ReversePath { get; init; } = string.Empty;

    /// <summary>Whether reports on its delivery are wanted (RFC 3461): a transport that can asks for none otherwise.</summary>
    /// <value>The default is <see langword="true"/>; false for automatic answers.</value>
    public bool WantsReports { get; init; } = true;

    /// <summary>Not sent before this.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Limits that it counts against; over one of them it is written as <see cref="OutboxState.Throttled"/> and counts nowhere.</summary>
    /// <remarks>Counted when the row is written, on the store's clock, once for each key. A row with a <see cref="Failure"/> is not counted.</remarks>
    public IReadOnlyList<ThrottleLimit> Throttle { get; init; } = [];

    /// <summary>Why it could not be made: it is written as <see cref="OutboxState.Failed"/> then. Otherwise <see langword="null"/>.</summary>
    public string? Failure { get; init; }
}
