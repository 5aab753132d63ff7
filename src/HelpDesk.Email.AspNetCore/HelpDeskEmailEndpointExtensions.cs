using HelpDesk.Email.AspNetCore.Endpoints;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.AspNetCore;

/// <summary>Maps what comes from mails to the host's web application.</summary>
public static class HelpDeskEmailEndpointExtensions
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Acting = [HttpMethods.Post];

    /// <summary>Answers the signed links of mails below <c>Links:Path</c>: view, log-in, rating and unsubscription (RFC 8058).</summary>
    /// <param name="endpoints">The routes of the host, after <c>AddHelpDeskEmail</c>.</param>
    /// <param name="configure">Says how the host shows a ticket and logs a person in.</param>
    /// <returns>All of these routes: a host adds its own conventions, such as a rate limit.</returns>
    /// <remarks>
    /// <c>GET</c> and <c>HEAD</c> show a page and change nothing, so that a scanner that opens links does no harm; <c>POST</c> acts. The
    /// routes are open to everybody (<c>AllowAnonymous</c>): the token in the link is the permission.
    /// </remarks>
    /// <exception cref="OptionsValidationException">The settings are wrong.</exception>
    public static IEndpointConventionBuilder MapHelpDeskEmailLinks(this IEndpointRouteBuilder endpoints, Action<MailLinkOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new MailLinkOptions();
        configure(options);

        var services = endpoints.ServiceProvider;
        var links = services.GetRequiredService<ITicketLinks>();
        var path = services.GetRequiredService<IOptionsMonitor<HelpDeskEmailOptions>>().CurrentValue.Links.Path.Trim('/');
        var group = endpoints.MapGroup($"/{path}");
        Map(group, LinkPaths.Of(LinkPurpose.View), "{token}", new ViewEndpoint(links, options));
        Map(group, LinkPaths.Of(LinkPurpose.Autologin), "{token}", new LoginEndpoint(links, options));
        Map(group, LinkPaths.Of(LinkPurpose.Rate), "{token}/{value?}", new RateEndpoint(links, options, services.GetRequiredService<ILinkActions>()));
        Map(group, LinkPaths.Of(LinkPurpose.Unsubscribe), "{token}", new UnsubscribeEndpoint(links, options, services.GetRequiredService<ILinkActions>()));
        return group.AllowAnonymous();
    }

    private static void Map(RouteGroupBuilder group, string word, string rest, LinkEndpoint endpoint)
    {
        group.MapMethods($"/{word}/{rest}", Reading, endpoint.ShowAsync);
        group.MapMethods($"/{word}/{rest}", Acting, endpoint.ActAsync);
    }
}
