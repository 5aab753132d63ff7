using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Library;

/// <summary>A template of an administrator as it was loaded.</summary>
/// <param name="Text">Its text now.</param>
/// <param name="Key">For what it stands; <see langword="null"/> for one that can't be told.</param>
internal sealed record LoadedTemplate(TemplateText Text, TemplateKey? Key)
{
    /// <summary>What serves: of this text, or of the last one that was good; <see langword="null"/> where there was none.</summary>
    public CompiledTemplate? Template { get; init; }

    /// <summary>The same for a master.</summary>
    public MailFrame? Frame { get; init; }

    /// <summary>Why this text is not what serves, or <see langword="null"/>.</summary>
    public TemplateException? Refusal { get; init; }
}
