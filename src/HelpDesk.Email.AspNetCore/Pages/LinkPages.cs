using System.Globalization;
using System.Text.Encodings.Web;
using HelpDesk.Email.Links;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Email.AspNetCore.Pages;

/// <summary>The pages behind the links: plain, without script, and nothing of the ticket on them but its number.</summary>
internal sealed class LinkPages(LinkWords words, string helpDeskName)
{
    private const int BusySeconds = 30;

    public HtmlPage View(TicketLink link) => Asking(words.ViewTitle, With(words.ViewText, link), words.ViewButton);

    public HtmlPage Login(TicketLink link) => Asking(words.LoginTitle, With(words.LoginText, link), words.LoginButton);

    public HtmlPage Unsubscribe(TicketLink link) =>
        Asking(words.UnsubscribeTitle, With(words.UnsubscribeText, link), words.UnsubscribeButton, "<input type=\"hidden\" name=\"List-Unsubscribe\" value=\"One-Click\">");

    public HtmlPage Unsubscribed(TicketLink link) => Telling(words.UnsubscribedTitle, With(words.UnsubscribedText, link), StatusCodes.Status200OK);

    public HtmlPage Rated(TicketLink link) => Telling(words.RatedTitle, With(words.RatedText, link), StatusCodes.Status200OK);

    /// <summary>Every link that does not count looks the same, whatever is wrong with it.</summary>
    public HtmlPage Refused(int statusCode) => Telling(words.RefusedTitle, words.RefusedText, statusCode);

    public HtmlPage Busy() => new(Html(words.BusyTitle, words.BusyText, string.Empty), StatusCodes.Status503ServiceUnavailable) { RetryAfter = BusySeconds };

    public HtmlPage Rate(TicketLink link, RatingValue? chosen, Guid id, int statusCode)
    {
        var choices = string.Concat(
            new[] { (RatingValue.Good, words.Good), (RatingValue.Ok, words.Ok), (RatingValue.Bad, words.Bad) }.Select(choice => Choice(choice.Item1, choice.Item2, chosen)));
        return Asking(
            words.RateTitle,
            With(words.RateText, link),
            words.RateButton,
            $"<fieldset><legend>{Encoded(words.RateLegend)}</legend>{choices}</fieldset>"
            + $"<label for=\"comment\">{Encoded(words.Comment)}</label><textarea id=\"comment\" name=\"comment\" maxlength=\"2000\"></textarea>"
            + $"<input type=\"hidden\" name=\"id\" value=\"{id:N}\">",
            statusCode);
    }

    private static string Choice(RatingValue value, string label, RatingValue? chosen) =>
        $"<label><input type=\"radio\" name=\"rating\" value=\"{value.ToString().ToLowerInvariant()}\" required{(value == chosen ? " checked" : string.Empty)}> {Encoded(label)}</label>";

    // The form goes to the URL of the page: the token in it is what makes the act permitted.
    private HtmlPage Asking(string title, string text, string button, string fields = "", int statusCode = StatusCodes.Status200OK) =>
        new(Html(title, text, $"<form method=\"post\">{fields}<button>{Encoded(button)}</button></form>"), statusCode);

    private HtmlPage Telling(string title, string text, int statusCode) => new(Html(title, text, string.Empty), statusCode);

    private string Html(string title, string text, string form) =>
        $"<!DOCTYPE html><html lang=\"{words.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + $"<title>{Encoded(title)}</title><style>{PageStyle.Css}</style></head>"
        + $"<body><main><p class=\"desk\">{Encoded(helpDeskName)}</p><h1>{Encoded(title)}</h1><p>{Encoded(text)}</p>{form}</main></body></html>";

    private static string With(string text, TicketLink link) => string.Format(CultureInfo.InvariantCulture, text, link.Ticket, link.Address.Address);

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
