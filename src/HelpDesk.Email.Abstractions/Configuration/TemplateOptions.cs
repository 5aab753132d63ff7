namespace HelpDesk.Email.Configuration;

/// <summary>The words of outgoing mail.</summary>
public sealed class TemplateOptions
{
    /// <summary>A folder of templates that stand in for the built-in ones: a file that is changed counts from the next mail on. Relative to the current directory; absent: the built-in ones alone.</summary>
    public string? Folder { get; set; }

    /// <summary>Whether mail goes out as plain text alone.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool PlainTextOnly { get; set; }
}
