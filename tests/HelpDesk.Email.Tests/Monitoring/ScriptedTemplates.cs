using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Tests.Monitoring;

/// <summary>Templates by name, as a test sets them: subject and text hold values by {name}.</summary>
internal sealed class ScriptedTemplates : ITemplateRenderer
{
    public Dictionary<string, RenderedMail?> Known { get; } = new(StringComparer.Ordinal);

    public ValueTask<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken)
    {
        if (!Known.TryGetValue(template, out var words))
        {
            throw new TemplateException($"There is no template '{template}'.", template);
        }

        var mailbox = (IReadOnlyDictionary<string, object?>)model["mailbox"]!;
        return ValueTask.FromResult(words is null ? null : words with
        {
            Subject = words.Subject.Replace("{mailbox}", (string)mailbox["name"]!, StringComparison.Ordinal),
            Text = words.Text.Replace("{error}", (string?)model["error"], StringComparison.Ordinal),
        });
    }
}
