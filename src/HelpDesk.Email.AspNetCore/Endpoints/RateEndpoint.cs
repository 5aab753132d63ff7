using HelpDesk.Email.AspNetCore.Pages;
using HelpDesk.Email.Links;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Email.AspNetCore.Endpoints;

/// <summary>Takes the rating of a ticket.</summary>
internal sealed class RateEndpoint(ITicketLinks links, MailLinkOptions options, ILinkActions actions) : LinkEndpoint(LinkPurpose.Rate, links, options)
{
    protected override Task<IResult?> ShowAsync(HttpContext context, TicketLink link) =>
        Task.FromResult<IResult?>(PageFor(context).Rate(link, Value(context.Request.RouteValues["value"] as string), Guid.NewGuid(), StatusCodes.Status200OK));

    protected override async Task<IResult?> ActAsync(HttpContext context, TicketLink link)
    {
        var form = await RatingForm.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        if (form is null || Value(form.Value) is not { } value)
        {
            return PageFor(context).Rate(link, null, Guid.NewGuid(), StatusCodes.Status400BadRequest);
        }

        // One page is one rating however often it is sent; a form that is nobody's page is one rating for each link.
        await actions.RateAsync(link, new TicketRating(form.Id ?? link.Id, value, form.Comment), context.RequestAborted).ConfigureAwait(false);
        return PageFor(context).Rated(link);
    }

    private static RatingValue? Value(string? text) => text?.ToLowerInvariant() switch
    {
        "good" => RatingValue.Good,
        "ok" => RatingValue.Ok,
        "bad" => RatingValue.Bad,
        _ => null,
    };
}
