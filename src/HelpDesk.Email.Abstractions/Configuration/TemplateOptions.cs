namespace HelpDesk.Email.Configuration;

/// <summary>The words of outgoing mail.</summary>
public sealed class TemplateOptions
{
    /// <summary>A folder of templates that stand in for the built-in ones: a file that is changed counts from the next mail on. Relative to the current directory; absent: the built-in ones alone.</summary>
    public string? Folder { get; set; }
}
