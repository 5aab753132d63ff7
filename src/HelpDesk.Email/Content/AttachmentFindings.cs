using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Content;

/// <summary>What became of the parts of a mail.</summary>
internal sealed class AttachmentFindings
{
    /// <summary>The files that come into the ticket.</summary>
    public List<TicketAttachment> Kept { get; } = [];

    /// <summary>A line for each file that does not, for the people who read the ticket.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>What is odd about the files, for the trace.</summary>
    public List<string> Evidence { get; } = [];
}
