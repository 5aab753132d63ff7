using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Handlebars.Syntax;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Library;

/// <summary>Makes templates and masters of texts; what is broken is refused, and what stood there before serves on.</summary>
internal sealed class TemplateLoader(TemplateCompiler compiler, TemplateSet builtIn)
{
    public const string Master = "master";

    /// <summary>Loads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">What stood at this path before, or <see langword="null"/>.</param>
    public LoadedTemplate Load(TemplateText text, LoadedTemplate? before)
    {
        if (before?.Text == text)
        {
            return before;
        }

        if (TemplateScope.Of(text.Path) is not var (scope, file))
        {
            return new LoadedTemplate(text, null);
        }

        try
        {
            return Load(text, scope, file);
        }
        catch (TemplateException e)
        {
            var refusal = new TemplateException($"{text.Path}: {e.Message}", e.Template, e.Line, e.Column, e);
            return new LoadedTemplate(text, before?.Key) { Template = before?.Template, Frame = before?.Frame, Refusal = refusal };
        }
    }

    /// <summary>A template as it is to be rendered: a subject that is not there is that of the built-in one.</summary>
    /// <exception cref="TemplateException">It does not compile.</exception>
    public CompiledTemplate Compile(TemplateSource source)
    {
        if (!source.IsEmpty && TemplateSource.IsBlank(source.Subject))
        {
            source = source with { Subject = builtIn.FindOrDefault(source.Name, source.Language)?.Subject };
        }

        return compiler.Compile(source);
    }

    /// <summary>The same for a template that mails are made of: it has a subject, and where the engine asks for it no name that the engine does not know.</summary>
    /// <exception cref="TemplateException">It does not compile, or is not so.</exception>
    public CompiledTemplate CompileWhole(TemplateSource source)
    {
        var compiled = Compile(source);
        if (TemplateNames.All.Contains(source.Name, StringComparer.OrdinalIgnoreCase))
        {
            UnknownNames.Refuse(source.Name, compiled.Unknown);
        }

        return compiled.IsEmpty || compiled.Subject is not null
            ? compiled
            : throw new TemplateException($"Template '{source.Name}' needs a subject.", source.Name);
    }

    private LoadedTemplate Load(TemplateText text, TemplateScope scope, string file)
    {
        var source = TemplateFile.Read(file, text.Content);
        var key = TemplateKey.Of(scope, source.Name, source.Language);
        if (source.Name.Equals(Master, StringComparison.OrdinalIgnoreCase))
        {
            var part = source.Html ?? source.Text ?? throw new TemplateException("A master template has an HTML part, or is a .html file.", Master);
            return new LoadedTemplate(text, key) { Frame = MailFrame.Read(part with { Kind = PartKind.Html }) };
        }

        return new LoadedTemplate(text, key) { Template = CompileWhole(source) };
    }
}
