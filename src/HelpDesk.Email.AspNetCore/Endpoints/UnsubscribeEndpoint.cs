using HelpDesk.Email.Links;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Email.AspNetCore.Endpoints;

/// <summary>Ends a subscription: by the button of the page, or by the one click of a mail program (RFC 8058 section 3.2).</summary>
internal sealed class UnsubscribeEndpoint(ITicketLinks links, MailLinkOptions options, ILinkActions actions) : LinkEndpoint(LinkPurpose.Unsubscribe, links, options)
{
    // A mail program in a browser sends it from its own site, without cookies; the URL is all that counts.
    protected override bool TakesForeignForms => true;

    protected override Task<IResult?> ShowAsync(HttpContext context, TicketLink link) => Task.FromResult<IResult?>(PageFor(context).Unsubscribe(link));

    protected override async Task<IResult?> ActAsync(HttpContext context, TicketLink link)
    {
        await actions.UnsubscribeAsync(link, context.RequestAborted).ConfigureAwait(false);
        return PageFor(context).Unsubscribed(link);
    }
}
