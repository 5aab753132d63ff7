using System.Globalization;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Conformance.Templates;

namespace HelpDesk.Email.Testing.Tests.Broken.Templates;

internal sealed class BrokenTemplateRendererFixture(TemplateDefect defect) : TemplateRendererFixture
{
    public override string? EmptyTemplate => SoundRenderer.Empty;

    public override ValueTask<ITemplateRenderer> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ITemplateRenderer>(new Tampered(defect.Open()));

    private sealed class Tampered(Around<TemplateCall, RenderedMail?> around) : ITemplateRenderer
    {
        private readonly SoundRenderer _inner = new();

        public ValueTask<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken) =>
            new(around(
                new TemplateCall(template, model, culture, cancellationToken),
                call => _inner.RenderAsync(call.Template, call.Model, call.Culture, call.Token).AsTask(),
                cancellationToken));
    }
}
