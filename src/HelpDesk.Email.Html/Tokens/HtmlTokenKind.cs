namespace HelpDesk.Email.Html.Tokens;

/// <summary>What the tokenizer found.</summary>
internal enum HtmlTokenKind
{
    /// <summary>A run of characters; references stand in it undecoded unless the run is raw.</summary>
    Text,

    StartTag,

    EndTag,

    /// <summary>A comment, also every bogus one: processing instructions, conditional sections.</summary>
    Comment,

    Doctype,
}
