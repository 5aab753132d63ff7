using System.Globalization;
using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Tests.Rendering;

public sealed class LimitTests
{
    [Fact]
    public async Task A_part_that_becomes_too_long_is_refused()
    {
        var renderer = Renderers.Of(new RenderLimits(1000, TimeSpan.FromHours(1)), TimeProvider.System, ("t.hbs", Renderers.File(text: "{{#each list}}{{value}}{{/each}}")));
        var model = new Dictionary<string, object?> { ["list"] = Enumerable.Repeat<object?>(1, 11).ToList(), ["value"] = new string('x', 100) };
        var refusal = await Assert.ThrowsAsync<TemplateException>(async () => await RenderAsync(renderer, Inside(model)));
        Assert.Equal("Template 't' writes more than 1,000 characters.", refusal.Message);
    }

    [Fact]
    public async Task Loops_that_write_nothing_end_when_the_time_is_up()
    {
        var renderer = Renderers.Of(
            new RenderLimits(1000, TimeSpan.FromSeconds(1)),
            new LeapingTime(),
            ("t.hbs", Renderers.File(text: "{{#each list}}{{#each ../list}}{{#each ../../list}}{{/each}}{{/each}}{{/each}}")));
        var model = new Dictionary<string, object?> { ["list"] = Enumerable.Repeat<object?>(1, 2000).ToList() };
        var refusal = await Assert.ThrowsAsync<TemplateException>(async () => await RenderAsync(renderer, model));
        Assert.Equal("Template 't' takes longer than 1 seconds.", refusal.Message);
    }

    [Fact]
    public async Task A_cancelled_call_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Renderers.BuiltIn().RenderAsync(TemplateNames.TicketReceived, Renderers.Model(), CultureInfo.InvariantCulture, cancelled.Token));
    }

    [Fact]
    public async Task A_large_body_grows_the_buffer()
    {
        var body = string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"line {i} <b>"));
        var mail = await Renderers.RenderAsync(Renderers.File(text: "{{body}}", html: "<p>{{lines body}}</p>"), new() { ["body"] = body });
        Assert.Equal(body + "\n", mail.Text);
        Assert.Equal("<p>" + body.Replace("<b>", "&lt;b&gt;", StringComparison.Ordinal).Replace("\n", "<br>\n", StringComparison.Ordinal) + "</p>", mail.Html);
    }

    // 'value' is looked for in the item first; a list of items that have it keeps the template simple.
    private static Dictionary<string, object?> Inside(Dictionary<string, object?> model) => new()
    {
        ["list"] = ((List<object?>)model["list"]!).ConvertAll(_ => (object?)new Dictionary<string, object?> { ["value"] = model["value"] }),
    };

    private static async Task<RenderedMail?> RenderAsync(HandlebarsTemplateRenderer renderer, Dictionary<string, object?> model) =>
        await renderer.RenderAsync("t", model, CultureInfo.InvariantCulture, CancellationToken.None);

    private sealed class LeapingTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, TimeSpan.TicksPerMillisecond * 10);
    }
}
