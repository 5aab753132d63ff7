using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Templates;

/// <summary>A template is missing, does not compile or can't be rendered.</summary>
public sealed class TemplateException : HelpDeskEmailException
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong, with line and column where there are any.</param>
    /// <param name="template">The template's name.</param>
    /// <param name="line">The line, from 1, or 0 when it is not about a place.</param>
    /// <param name="column">The column, from 1, or 0.</param>
    /// <param name="innerException">What caused it, or <see langword="null"/>.</param>
    public TemplateException(string message, string template, int line = 0, int column = 0, Exception? innerException = null)
        : base(message, innerException)
    {
        Template = template;
        Line = line;
        Column = column;
    }

    /// <summary>The template's name.</summary>
    public string Template { get; }

    /// <summary>The line, from 1, or 0.</summary>
    public int Line { get; }

    /// <summary>The column, from 1, or 0.</summary>
    public int Column { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;
}
