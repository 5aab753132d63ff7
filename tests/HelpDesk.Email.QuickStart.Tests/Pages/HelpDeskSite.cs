using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HelpDesk.Email.QuickStart.Tests.Server;

namespace HelpDesk.Email.QuickStart.Tests.Pages;

/// <summary>The page of a running QuickStart, used as a browser without script would.</summary>
internal sealed class HelpDeskSite : IDisposable
{
    private readonly HttpClient _http;

    public HelpDeskSite(QuickStartProcess server) =>
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{server.HttpPort}") };

    /// <summary>The tickets, as a program gets them.</summary>
    public async Task<IReadOnlyList<TicketView>> TicketsAsync() =>
        (await _http.GetFromJsonAsync<IReadOnlyList<TicketView>>("/api/tickets"))!;

    /// <summary>Waits for a ticket that is as wanted.</summary>
    public Task<TicketView> TicketAsync(Func<TicketView, bool> isWanted, string what) =>
        Eventually.GetAsync(async () => (await TicketsAsync()).FirstOrDefault(isWanted), what);

    /// <summary>Waits for a ticket with this subject.</summary>
    public Task<TicketView> TicketAsync(string subject) => TicketAsync(ticket => ticket.Subject == subject, $"the ticket '{subject}'");

    /// <summary>A page, as a browser reads it.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    /// <summary>A form of a page, by where it sends to.</summary>
    public async Task<PageForm> FormAsync(string path, string action) => PageForm.Of(await PageAsync(path), action);

    /// <summary>Sends a form, and gives the answer.</summary>
    /// <param name="form">The form.</param>
    /// <param name="origin">What the browser says that the form is from; <see langword="null"/> for this page itself.</param>
    public async Task<HttpStatusCode> SubmitAsync(PageForm form, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(form.Fields) };
        request.Headers.Add("Origin", origin ?? _http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    public void Dispose() => _http.Dispose();
}
