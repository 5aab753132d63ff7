using HelpDesk.Email.Links;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Email.AspNetCore.Endpoints;

/// <summary>Shows one ticket.</summary>
internal sealed class ViewEndpoint(ITicketLinks links, MailLinkOptions options) : LinkEndpoint(LinkPurpose.View, links, options)
{
    protected override Task<IResult?> ShowAsync(HttpContext context, TicketLink link) =>
        Task.FromResult(Options.ShowTicket is null ? ToTicket(link) : PageFor(context).View(link));

    protected override async Task<IResult?> ActAsync(HttpContext context, TicketLink link) =>
        Options.ShowTicket is { } show ? await show(context, link).ConfigureAwait(false) : ToTicket(link);

    // The host asks there who it is: nothing is opened by the redirect.
    private IResult? ToTicket(TicketLink link) => Links.TicketUrl(link.Ticket) is { } url ? Results.Redirect(url) : null;
}
