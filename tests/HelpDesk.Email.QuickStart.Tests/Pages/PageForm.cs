using AngleSharp.Html.Dom;

namespace HelpDesk.Email.QuickStart.Tests.Pages;

/// <summary>A form with what stands in its fields.</summary>
internal sealed record PageForm(string Action, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Reads a form of a page.</summary>
    public static PageForm Of(IHtmlDocument page, string action)
    {
        var form = page.Forms.Single(form => form.GetAttribute("action") == action);
        Assert.Equal("post", form.Method);
        var fields = form.Elements.OfType<IHtmlInputElement>().Select(input => (input.Name, input.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(area => (area.Name, area.Value)));
        return new PageForm(action, fields.Where(field => field.Name is not null).ToDictionary(field => field.Name!, field => field.Value));
    }

    /// <summary>The form with a field filled in.</summary>
    public PageForm With(string field, string value)
    {
        Assert.Contains(field, Fields);
        return this with { Fields = new Dictionary<string, string>(Fields) { [field] = value } };
    }
}
