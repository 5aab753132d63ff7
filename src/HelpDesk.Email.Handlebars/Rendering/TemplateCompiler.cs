using System.Globalization;
using HandlebarsDotNet;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Handlebars.Syntax;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Makes templates of sources: one environment that encodes, for HTML, and one that does not, for the rest.</summary>
internal sealed class TemplateCompiler
{
    private readonly IHandlebars _raw = Environment(forHtml: false);
    private readonly IHandlebars _encoding = Environment(forHtml: true);
    private readonly Lock _lock = new();

    /// <exception cref="TemplateException">The template does not compile.</exception>
    public CompiledTemplate Compile(TemplateSource source)
    {
        if (source.IsEmpty)
        {
            return new CompiledTemplate(source.Name, source.Language);
        }

        var unknown = new List<UnknownName>();
        return new CompiledTemplate(source.Name, source.Language)
        {
            Subject = Compile(_raw, source.Subject, unknown),
            Text = Compile(_raw, source.Text, unknown),
            Html = Compile(_encoding, source.Html, unknown),
            Unknown = unknown,
        };
    }

    private HandlebarsTemplate<TextWriter, object, object>? Compile(IHandlebars environment, TemplatePart? part, List<UnknownName> unknown)
    {
        if (part is null || TemplateSource.IsBlank(part))
        {
            return null;
        }

        var read = PartReader.Read(part);
        RequiredVariables.Check(part, read.Paths);
        unknown.AddRange(read.Unknown);
        try
        {
            // The library does not say that two may be compiled at once.
            lock (_lock)
            {
                using var reader = new StringReader(read.Handlebars);
                return environment.Compile(reader);
            }
        }
        catch (Exception e) when (e is HandlebarsException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw Refusal(part, e);
        }
    }

    // The library gives the place at the end of its message, if it knows it: "Occured at: 3:14".
    private static TemplateException Refusal(TemplatePart part, Exception e)
    {
        const string mark = "Occured at: ";
        var cause = e.InnerException as HandlebarsException ?? e;
        var at = cause.Message.LastIndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return part.Refuse(0, cause.Message, e);
        }

        var place = cause.Message[(at + mark.Length)..].Split(':');
        return int.TryParse(place[0], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            && int.TryParse(place[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var column)
            ? part.RefuseAt(part.FirstLine + Math.Max(line, 1) - 1, Math.Max(column, 1), cause.Message[..at].TrimEnd(), e)
            : part.Refuse(0, cause.Message, e);
    }

    private static IHandlebars Environment(bool forHtml)
    {
        var configuration = new HandlebarsConfiguration
        {
            TextEncoder = new HtmlValueEncoder(),
            NoEscape = !forHtml,
            FormatProvider = CultureInfo.InvariantCulture,
            FileSystem = null,
            PartialTemplateResolver = new NoPartials(),
        };
        configuration.FormatterProviders.Add(new ValueFormatter());
        configuration.ObjectDescriptorProviders.Add(new ModelDescriptors());
        TemplateFunctions.Register(configuration, forHtml);
        return HandlebarsDotNet.Handlebars.Create(configuration).CreateSharedEnvironment();
    }

    // The library's own would look for files.
    private sealed class NoPartials : IPartialTemplateResolver
    {
        public bool TryRegisterPartial(IHandlebars env, string? partialName, string? templatePath) => false;
    }
}
