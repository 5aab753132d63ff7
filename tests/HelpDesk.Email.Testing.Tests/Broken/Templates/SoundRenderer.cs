using System.Globalization;
using System.Text.Encodings.Web;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Testing.Tests.Broken.Templates;

/// <summary>A small renderer that is in order, with HTML, an empty template, and nothing for a name that it does not know.</summary>
internal sealed class SoundRenderer : ITemplateRenderer
{
    public const string Empty = "empty";

    public ValueTask<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (template != Empty && !TemplateNames.All.Contains(template))
        {
            throw new TemplateException($"There is no template '{template}'.", template);
        }

        var subject = (model.GetValueOrDefault("ticket") as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("subject") as string;
        var body = model.GetValueOrDefault("body") as string ?? template;
        var mail = new RenderedMail(
            string.Concat($"{subject} {model.GetValueOrDefault("tag") as string}".Select(each => char.IsControl(each) || each is '\u2028' or '\u2029' ? ' ' : each)),
            string.Concat(body.ReplaceLineEndings("\n").Where(each => !char.IsControl(each) || each is '\n' or '\t')),
            $"<p>{HtmlEncoder.Default.Encode(body)}</p>");
        return ValueTask.FromResult(template == Empty ? null : mail);
    }
}
