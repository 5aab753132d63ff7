using HelpDesk.Email.Links;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Email.AspNetCore.Endpoints;

/// <summary>What the host does when a person acts on a link.</summary>
public sealed class MailLinkOptions
{
    /// <summary>The name at the top of the pages.</summary>
    /// <value>The default is <c>Help desk</c>.</value>
    public string HelpDeskName { get; set; } = "Help desk";

    /// <summary>
    /// Logs the person of the link in to the host, by <c>HttpContext.SignInAsync</c> or what the host has, and says where to go. Absent, or where it
    /// returns <see langword="null"/>: the link is answered as one that is not valid.
    /// </summary>
    /// <remarks>Called after the link was verified, for a <c>POST</c> alone. Links reach it only while <c>Links:AutologinEnabled</c> is on.</remarks>
    public Func<HttpContext, TicketLink, Task<IResult?>>? SignIn { get; set; }

    /// <summary>
    /// Shows the one ticket of the link to its addressee, who need not be logged in. Absent: the person is sent to the ticket's own page, where
    /// the host asks who they are. <see langword="null"/> as its result is answered as a link that is not valid.
    /// </summary>
    /// <remarks>Called after the link was verified, for a <c>POST</c> alone. Internal entries are not for these eyes.</remarks>
    public Func<HttpContext, TicketLink, Task<IResult?>>? ShowTicket { get; set; }
}
