using HelpDesk.Email.Handlebars.Tests.Overrides;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Templates;

namespace HelpDesk.Email.Handlebars.Tests;

[Trait("Feature", "BE-10")]
public sealed class HandlebarsConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => [.. TemplateRendererConformance.Cases(() => new Fixture())];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task The_renderer_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The built-in templates, of which an administrator emptied one.</summary>
    private sealed class Fixture : TemplateRendererFixture
    {
        public override string? EmptyTemplate => TemplateNames.AutoClose;

        public override ValueTask<ITemplateRenderer> OpenAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<ITemplateRenderer>(Renderers.Of(new FixedTemplates { [$"{TemplateNames.AutoClose}.hbs"] = string.Empty }));
    }
}
