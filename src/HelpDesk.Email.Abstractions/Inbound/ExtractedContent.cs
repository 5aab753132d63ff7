using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Inbound;

/// <summary>What of a mail goes into a ticket.</summary>
/// <param name="Reply">What the person wrote, without quotation and, by option, without signature.</param>
/// <param name="Quoted">What was cut as quotation; empty when nothing was.</param>
/// <param name="Signature">What was cut as signature; empty when nothing was.</param>
public sealed record ExtractedContent(string Reply, string Quoted, string Signature)
{
    /// <summary>
    /// Safe HTML of the reply, or <see langword="null"/>. Pictures that came with the mail have <c>src="cid:..."</c> and
    /// <c>data-cid</c>: neither loads anything until a host puts its own address there. Pictures of other servers wait in
    /// <c>data-remote-src</c>.
    /// </summary>
    public string? Html { get; init; }

    /// <summary>The files that are kept.</summary>
    public IReadOnlyList<TicketAttachment> Attachments { get; init; } = [];

    /// <summary>A line for each file that is not, naming it and the reason; they stand below the text of the entry.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
