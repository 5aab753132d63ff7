using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HelpDesk.Email.AspNetCore.Tests;

/// <summary>Opens pages and sends their forms as a browser does.</summary>
internal static class SentForm
{
    public static async Task<IHtmlDocument> OpenAsync(this HttpClient client, string url) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(url, LinkSite.Token));

    /// <summary>Sends the one form of a page, filled in.</summary>
    public static Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string url, IHtmlDocument page, params (string Name, string Value)[] fields)
    {
        var form = Assert.Single(page.Forms);
        Assert.Null(form.GetAttribute("action"));
        var values = form.QuerySelectorAll("input").Cast<IHtmlInputElement>()
            .Where(input => input.Type != "radio" || input.IsDefaultChecked)
            .ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return client.PostAsync(url, new FormUrlEncodedContent(values), LinkSite.Token);
    }

    public static Task<HttpResponseMessage> PostFromAsync(this HttpClient client, string url, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add(header, value);
        return client.SendAsync(request, LinkSite.Token);
    }
}
