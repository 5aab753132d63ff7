using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Handlebars.Sources;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Handlebars.Tests.Overrides;

/// <summary>The folder of templates is looked at before each mail.</summary>
[Trait("Feature", "TE-10")]
public sealed class TemplateFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helpdesk-email-templates-").FullName;
    private readonly LiveOptions _options = new();

    public TemplateFolderTests() => _options.CurrentValue.Templates.Folder = _folder;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Files_count_as_soon_as_they_are_written_and_no_longer_than_they_are_there()
    {
        var renderer = Renderers.Of(new TemplateFolder(_options, TimeProvider.System));
        async Task<string> TextAsync() => (await renderer.RenderAsync("ticket-updated", Models.Full(), CultureInfo.GetCultureInfo("en"), TestContext.Current.CancellationToken))!.Text;

        Assert.Contains("Tom Tech wrote", await TextAsync());
        Write("ticket-updated.txt", "one");
        Assert.Equal("one\n", await TextAsync());

        // As long as before, within the same tick of the file system.
        Write("ticket-updated.txt", "two");
        Assert.Equal("two\n", await TextAsync());
        Write("departments/Support/ticket-updated.html", "<p>three</p>");
        Assert.Equal("three\n", await TextAsync());
        File.Delete(Path.Combine(_folder, "departments/Support/ticket-updated.html"));
        Assert.Equal("two\n", await TextAsync());
        Directory.Delete(_folder, recursive: true);
        Assert.Contains("Tom Tech wrote", await TextAsync());
        Directory.CreateDirectory(_folder);
        Write("ticket-updated.txt", "four");
        Assert.Equal("four\n", await TextAsync());
        _options.CurrentValue.Templates.Folder = null;
        Assert.Contains("Tom Tech wrote", await TextAsync());
    }

    [Fact]
    public async Task A_file_that_an_editor_has_just_emptied_is_taken_for_half_written()
    {
        var renderer = Renderers.Of(new TemplateFolder(_options, TimeProvider.System));
        async Task<string?> TextAsync() => (await renderer.RenderAsync("ticket-updated", Models.Full(), CultureInfo.GetCultureInfo("en"), TestContext.Current.CancellationToken))?.Text;

        Write("ticket-updated.txt", "one");
        Assert.Equal("one\n", await TextAsync());
        Write("ticket-updated.txt", string.Empty);
        Assert.Equal("one\n", await TextAsync());
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "ticket-updated.txt"), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));
        Assert.Null(await TextAsync());
    }

    [Fact]
    public async Task A_file_that_is_too_long_is_refused_and_others_are_no_templates()
    {
        Write("ticket-updated.txt", new string('x', TemplateFile.MaxLength + 1));
        Write("readme.md", "Templates of Acme");
        Write("a/b/c.txt", "too deep");
        var mail = await Renderers.Of(new TemplateFolder(_options, TimeProvider.System))
            .RenderAsync("ticket-updated", Models.Full(), CultureInfo.GetCultureInfo("en"), TestContext.Current.CancellationToken);
        Assert.Contains("Tom Tech wrote", mail!.Text);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private sealed class LiveOptions : IOptionsMonitor<HelpDeskEmailOptions>
    {
        public HelpDeskEmailOptions CurrentValue { get; } = new();

        public HelpDeskEmailOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<HelpDeskEmailOptions, string?> listener) => null;
    }
}
