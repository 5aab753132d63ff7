namespace HelpDesk.Email.Handlebars.Tests.Rendering;

public sealed class ModelTests
{
    [Theory]
    [MemberData(nameof(Objects))]
    public async Task Any_other_object_is_refused_even_where_the_template_does_not_name_it(object value, string name)
    {
        var model = new Dictionary<string, object?> { ["outer"] = new Dictionary<string, object?> { ["inner"] = new object?[] { 1, value } } };
        var refusal = await Renderers.RefusalAsync(Renderers.File(), model);
        Assert.Contains($"holds a {name}", refusal.Message);
        Assert.Contains("as 'outer.inner'", refusal.Message);
        Assert.Contains("IReadOnlyDictionary<string, object?>", refusal.Message);
    }

    public static TheoryData<object, string> Objects => new()
    {
        { new Uri("https://helpdesk.test"), "System.Uri" },
        { new Dictionary<string, string>(), "System.Collections.Generic.Dictionary`2[[System.String, System.Private.CoreLib" },
        { new InvalidOperationException("x"), "System.InvalidOperationException" },
        { DayOfWeek.Monday, "System.DayOfWeek" },
        { typeof(string), "System.RuntimeType" },
    };

    [Theory]
    [InlineData("{{value.Length}}")]
    [InlineData("{{value.length}}")]
    [InlineData("{{value.Chars}}")]
    [InlineData("{{date.Year}}")]
    [InlineData("{{date.Ticks}}")]
    [InlineData("{{map.Count}}")]
    [InlineData("{{map.Keys}}")]
    [InlineData("{{#each value}}{{this}}{{/each}}")]
    [InlineData("{{nothing}}")]
    [InlineData("{{nothing.at.all}}")]
    [InlineData("{{map}}")]
    [InlineData("{{list}}")]
    [InlineData("{{list.9}}")]
    [InlineData("{{../../up}}")]
    public async Task No_property_is_walked_and_what_does_not_exist_is_empty(string tag)
    {
        var model = new Dictionary<string, object?>
        {
            ["value"] = "text",
            ["date"] = DateTimeOffset.UnixEpoch,
            ["map"] = new Dictionary<string, object?> { ["a"] = "b" },
            ["list"] = new List<string> { "c" },
        };
        Assert.Equal("()", await Renderers.TextAsync($"({tag})", model));
    }

    [Theory]
    [InlineData("{{#each list}}{{@index}}={{this}}{{#unless @last}},{{/unless}}{{/each}}", "0=x,1=y")]
    [InlineData("{{#each map}}{{@key}}={{this}};{{/each}}", "a=1;b=2;")]
    [InlineData("{{#each none}}x{{else}}empty{{/each}}", "empty")]
    [InlineData("{{list.1}} of {{list.length}}", "y of 2")]
    [InlineData("{{#with map}}{{a}}{{../name}}{{/with}}", "1n")]
    [InlineData("{{#if name}}a{{else if list}}b{{/if}}", "a")]
    [InlineData("{{#if missing}}a{{else if list}}b{{else}}c{{/if}}", "b")]
    [InlineData("{{#unless none}}no{{/unless}}", "no")]
    [InlineData("{{person who}}", "w@example.test")]
    [InlineData("{{reply name}} {{reply re}}", "Re: n AW: n")]
    [InlineData("a {{~name~}} b", "anb")]
    [InlineData("a{{! note }}b{{!-- {{note}} --}}c", "abc")]
    [InlineData(@"\{{name}} \\{{name}} c:\x", @"{{name}} \n c:\x")]
    public async Task The_language_works(string template, string expected)
    {
        var model = new Dictionary<string, object?>
        {
            ["name"] = "n",
            ["re"] = "AW: n",
            ["list"] = new object?[] { "x", "y" },
            ["none"] = new List<object?>(),
            ["map"] = new Dictionary<string, object?> { ["a"] = 1, ["b"] = 2 },
            ["who"] = new Dictionary<string, object?> { ["name"] = null, ["address"] = "w@example.test" },
        };
        Assert.Equal(expected, await Renderers.TextAsync(template, model));
    }

    [Fact]
    public async Task A_model_that_holds_itself_is_refused()
    {
        var model = new Dictionary<string, object?>();
        model["self"] = model;
        Assert.Contains("deeper than 16 levels", (await Renderers.RefusalAsync(Renderers.File(), model)).Message);
    }
}
