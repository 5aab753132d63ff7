using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Cli.Replay.Lines;

/// <summary>A mail on its way out at the end.</summary>
/// <param name="At">When it was sent; of one that is not, when it is due.</param>
/// <param name="To">The envelope recipients.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Template">What it was made from.</param>
/// <param name="Ticket">The ticket that it speaks of.</param>
/// <param name="State">Whether it was sent.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record OutboxLine(DateTimeOffset At, IReadOnlyList<string> To, string Subject, string Template, string? Ticket, OutboxState State, string? Error)
{
    /// <summary>The account that it goes by.</summary>
    public string Account { get; init; } = string.Empty;

    /// <summary>How far each recipient has come.</summary>
    public IReadOnlyList<OutboxRecipient> Recipients { get; init; } = [];

    /// <summary>The decoded header fields; of several of one name, the first.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string? Text { get; init; }

    public string? Html { get; init; }
}
