using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>The links of a help desk without pages: none.</summary>
internal sealed class NoMailLinks : IMailLinks
{
    private static readonly MailLinks None = new();

    public ValueTask<MailLinks> CreateAsync(TicketSnapshot ticket, IReadOnlyList<EmailAddress> recipients, CancellationToken cancellationToken) => ValueTask.FromResult(None);
}
