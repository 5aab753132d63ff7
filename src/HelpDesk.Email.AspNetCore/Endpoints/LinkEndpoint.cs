using HelpDesk.Email.AspNetCore.Pages;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Email.AspNetCore.Endpoints;

/// <summary>What links of one purpose have in common: the token is read first, and whatever is not valid gets the same page.</summary>
internal abstract class LinkEndpoint(LinkPurpose purpose, ITicketLinks links, MailLinkOptions options)
{
    /// <summary>Whether forms of other sites may be sent here: so it is where the act harms nobody and mail programs send it.</summary>
    protected virtual bool TakesForeignForms => false;

    protected MailLinkOptions Options => options;

    protected ITicketLinks Links => links;

    /// <summary>Answers GET and HEAD: nothing is changed by them.</summary>
    public Task ShowAsync(HttpContext context) => AnswerAsync(context, ShowAsync);

    /// <summary>Answers POST.</summary>
    public Task ActAsync(HttpContext context) =>
        TakesForeignForms || FormOrigin.IsOurs(context.Request)
            ? AnswerAsync(context, ActAsync)
            : PageFor(context).Refused(StatusCodes.Status403Forbidden).WriteAsync(context);

    protected abstract Task<IResult?> ShowAsync(HttpContext context, TicketLink link);

    protected abstract Task<IResult?> ActAsync(HttpContext context, TicketLink link);

    protected LinkPages PageFor(HttpContext context) => new(LinkWords.For(context.Request), options.HelpDeskName);

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, TicketLink, Task<IResult?>> answer)
    {
        PageHeaders.SetPrivate(context.Response);
        try
        {
            var token = context.Request.RouteValues["token"] as string ?? string.Empty;
            var verdict = await links.ReadAsync(purpose, token, context.RequestAborted).ConfigureAwait(false);
            var result = verdict.Link is { } link
                ? await answer(context, link).ConfigureAwait(false) ?? PageFor(context).Refused(StatusCodes.Status404NotFound)
                : PageFor(context).Refused(verdict.Status == LinkStatus.Forged ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);
            await result.ExecuteAsync(context).ConfigureAwait(false);
        }
        catch (StoreUnavailableException) when (!context.Response.HasStarted)
        {
            await PageFor(context).Busy().WriteAsync(context).ConfigureAwait(false);
        }
    }
}
