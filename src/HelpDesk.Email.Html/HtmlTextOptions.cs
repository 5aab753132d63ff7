namespace HelpDesk.Email.Html;

/// <summary>
/// What <see cref="HtmlText"/> writes besides the words. Immutable once set; instances may be shared between threads.
/// </summary>
public sealed class HtmlTextOptions
{
    /// <summary>
    /// Whether the address of a link stands in angle brackets behind the link's text, where the text is not the
    /// address already. Off unless set: whoever reads the text has the safe HTML beside it, and in most mails the
    /// addresses are long tracking links that bury the words.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ShowLinks { get; init; }

    /// <summary>Whether quoted lines begin with <c>&gt; </c>.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool MarkQuotes { get; init; } = true;

    /// <summary>Whether an image's alternative text stands where the image is.</summary>
    /// <value>The default is <see langword="false"/>: in mail it is mostly the name of a logo.</value>
    public bool ShowImages { get; init; }
}
