using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Inbound;

/// <summary>What of a mail goes into a ticket.</summary>
/// <param name="Reply">What the person wrote, without quotation and, by option, without signature.</param>
/// <param name="Quoted">What was cut as quotation; empty when nothing was.</param>
/// <param name="Signature">What was cut as signature; empty when nothing was.</param>
public sealed record ExtractedContent(string Reply, string Quoted, string Signature)
{
    /// <summary>Safe HTML of the reply, or <see langword="null"/>.</summary>
    public string? Html { get; init; }

    /// <summary>The files that are kept.</summary>
    public IReadOnlyList<TicketAttachment> Attachments { get; init; } = [];
}
