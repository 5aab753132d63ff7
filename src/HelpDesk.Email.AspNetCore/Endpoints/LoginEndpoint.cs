using HelpDesk.Email.Links;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Email.AspNetCore.Endpoints;

/// <summary>Logs the requester of a ticket in.</summary>
internal sealed class LoginEndpoint(ITicketLinks links, MailLinkOptions options) : LinkEndpoint(LinkPurpose.Autologin, links, options)
{
    protected override Task<IResult?> ShowAsync(HttpContext context, TicketLink link) =>
        Task.FromResult<IResult?>(Options.SignIn is null ? null : PageFor(context).Login(link));

    protected override async Task<IResult?> ActAsync(HttpContext context, TicketLink link) =>
        Options.SignIn is { } signIn ? await signIn(context, link).ConfigureAwait(false) : null;
}
