namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>What a tag of a template does.</summary>
internal enum TagKind
{
    /// <summary>Writes a value.</summary>
    Value,

    /// <summary>Opens a block.</summary>
    Open,

    /// <summary>Starts the other branch of a block.</summary>
    Else,

    /// <summary>Closes a block.</summary>
    Close,

    /// <summary>Says something to the reader of the template alone.</summary>
    Comment,
}
