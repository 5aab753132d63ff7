using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Tests.Composition;

/// <summary>A renderer that puts every value into the mail, and keeps the last model.</summary>
internal sealed class EchoRenderer : ITemplateRenderer
{
    public IReadOnlyDictionary<string, object?> Model { get; private set; } = new Dictionary<string, object?>();

    public CultureInfo? Culture { get; private set; }

    public ValueTask<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (Model, Culture) = (model, culture);
        var text = new StringBuilder();
        Write(text, model);
        var words = text.ToString();
        var html = $"<html><body><p>{HtmlEncoder.Default.Encode(words)}</p>{model["bodyHtml"]}</body></html>";
        return ValueTask.FromResult<RenderedMail?>(new RenderedMail($"{At("ticket.subject")}", words, html));
    }

    /// <summary>A value by its path.</summary>
    public object? At(string path) => path.Split('.').Aggregate((object?)Model, (values, name) => ((IReadOnlyDictionary<string, object?>?)values)?[name]);

    /// <summary>A list by its path.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> List(string path) =>
        [.. ((IReadOnlyList<object?>)At(path)!).Select(item => (IReadOnlyDictionary<string, object?>)item!)];

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> values:
                foreach (var each in values.Where(each => each.Key != "bodyHtml"))
                {
                    text.Append(each.Key).Append(": ");
                    Write(text, each.Value);
                }

                break;
            case IReadOnlyList<object?> list:
                foreach (var each in list)
                {
                    Write(text, each);
                }

                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value}\n");
                break;
        }
    }
}
