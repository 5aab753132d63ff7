namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Where in HTML a reader stands.</summary>
internal enum HtmlState
{
    /// <summary>Between elements.</summary>
    Text,

    /// <summary>In a comment, a doctype or a processing instruction.</summary>
    Comment,

    /// <summary>In the name of an element.</summary>
    ElementName,

    /// <summary>In an element, before or in the name of an attribute.</summary>
    AttributeName,

    /// <summary>Behind the equals sign.</summary>
    BeforeValue,

    /// <summary>In a value without quotes.</summary>
    Unquoted,

    /// <summary>In a value with single quotes.</summary>
    SingleQuoted,

    /// <summary>In a value with double quotes.</summary>
    DoubleQuoted,

    /// <summary>In a script or a style.</summary>
    RawText,
}
