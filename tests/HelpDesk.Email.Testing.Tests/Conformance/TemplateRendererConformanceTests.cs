using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Templates;
using HelpDesk.Email.Testing.Templates;
using HelpDesk.Email.Testing.Tests.Broken.Templates;

namespace HelpDesk.Email.Testing.Tests.Conformance;

[Trait("Feature", "BE-10")]
public sealed class TemplateRendererConformanceTests
{
    private static readonly TemplateDefect Sound = new("is in order");

    public static TheoryData<ConformanceCase> Plain => [.. TemplateRendererConformance.Cases(() => new PlainFixture())];

    public static TheoryData<string, string> Catches
    {
        get
        {
            var catches = new TheoryData<string, string>();
            foreach (var defect in TemplateDefects.All)
            {
                foreach (var rule in defect.CaughtBy)
                {
                    catches.Add(defect.Name, rule);
                }
            }

            return catches;
        }
    }

    [Theory, MemberData(nameof(Catches), DisableDiscoveryEnumeration = true)]
    public async Task A_broken_template_renderer_is_caught_by_name(string aTemplateRendererThat, string isCaughtBy)
    {
        var defect = TemplateDefects.All.Single(each => each.Name == aTemplateRendererThat);
        var rule = Cases(defect).Single(each => each.Name == isCaughtBy);
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(isCaughtBy, caught.CaseName);
    }

    [Fact]
    public void Every_rule_catches_a_broken_template_renderer() =>
        Assert.Equal(
            Cases(Sound).Select(rule => rule.Name).Order(),
            TemplateDefects.All.SelectMany(defect => defect.CaughtBy).Distinct().Order());

    [Fact]
    public async Task A_template_renderer_that_is_in_order_passes_through_the_same_hands()
    {
        foreach (var rule in Cases(Sound))
        {
            Assert.NotEmpty(rule.Rule);
            await rule.RunAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory, MemberData(nameof(Plain), DisableDiscoveryEnumeration = true)]
    public async Task The_plain_renderer_conforms(ConformanceCase rule)
    {
        try
        {
            await rule.RunAsync(TestContext.Current.CancellationToken);
        }
        catch (RuleNotApplicableException e)
        {
            Assert.Skip(e.Message);
        }
    }

    private static IReadOnlyList<ConformanceCase> Cases(TemplateDefect defect) => TemplateRendererConformance.Cases(() => new BrokenTemplateRendererFixture(defect));

    private sealed class PlainFixture : TemplateRendererFixture
    {
        public override bool HasHtml => false;

        public override string? MissingTemplate => null;

        public override ValueTask<ITemplateRenderer> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ITemplateRenderer>(new PlainTemplateRenderer());
    }
}
