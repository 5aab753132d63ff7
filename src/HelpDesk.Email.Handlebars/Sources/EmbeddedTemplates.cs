namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>The templates that come with this package.</summary>
/// <remarks>A line <c>{{!-- include name --}}</c> in one of them stands for that part of the shared piece of this name, in the same language.</remarks>
internal static class EmbeddedTemplates
{
    private const string Prefix = "templates/";
    private const string Include = "{{!-- include ";

    private static readonly Lazy<TemplateSet> Loaded = new(() => new TemplateSet(
        typeof(EmbeddedTemplates).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => TemplateFile.Read(name[Prefix.Length..], TextOf(name[Prefix.Length..])))));

    /// <summary>What stands around the HTML where there is no master.</summary>
    public static string Frame => Read("frames/frame.html");

    public static TemplateSet Load() => Loaded.Value;

    /// <summary>A built-in template as an administrator may copy and change it.</summary>
    public static string TextOf(string fileName)
    {
        var text = Read(Prefix + fileName).ReplaceLineEndings("\n");
        var language = fileName.Split('.') is [_, var culture, _] ? $".{culture}" : string.Empty;
        var kind = PartKind.Subject;
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            kind = TemplateFile.MarkOf(line) ?? kind;
            if (line.StartsWith(Include, StringComparison.Ordinal))
            {
                var piece = TemplateFile.Read("piece.hbs", Read($"pieces/{line[Include.Length..].Split(' ')[0]}{language}.hbs"));
                lines.Add((kind == PartKind.Html ? piece.Html : piece.Text)!.Text);
            }
            else
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines);
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(
            typeof(EmbeddedTemplates).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"There is no {resource} in this package."));
        return reader.ReadToEnd();
    }
}
