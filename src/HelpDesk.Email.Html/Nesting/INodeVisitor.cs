using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>Is told of elements and text in the order and nesting in which a browser would show them.</summary>
internal interface INodeVisitor
{
    /// <summary>Whether elements that HTML doesn't know are told of too.</summary>
    static abstract bool SeesUnknown { get; }

    /// <summary>The next token has been read; what the visitor is told until the next one happens there.</summary>
    /// <param name="start">Where the token begins in the source.</param>
    /// <param name="end">Where the next one begins.</param>
    /// <param name="ended">The element whose end tag the token is; null for any other token.</param>
    void At(int start, int end, ElementId? ended);

    /// <summary>An element begins.</summary>
    /// <param name="tokens">Stands on its start tag.</param>
    /// <param name="element">To be kept until it ends; State and the place of the tag are the visitor's.</param>
    /// <returns>False if the element shall be as if it weren't there.</returns>
    bool Enter(scoped ref HtmlTokenizer tokens, scoped ref OpenElement element);

    /// <summary>An element begins that has no start tag in the source.</summary>
    void EnterImplied(scoped ref OpenElement element);

    /// <summary>An element that a block's end had closed begins again.</summary>
    /// <param name="element">As it was left.</param>
    /// <returns>False if it shall not.</returns>
    bool Reopen(scoped ref OpenElement element);

    void Leave(scoped in OpenElement element);

    /// <summary>An element without content.</summary>
    void Void(scoped ref HtmlTokenizer tokens, ElementId element);

    /// <param name="tokens">Stands on the text.</param>
    /// <param name="text">As it stands in the source.</param>
    /// <param name="isRaw">Whether character references in it mean nothing.</param>
    void Text(scoped ref HtmlTokenizer tokens, scoped ReadOnlySpan<char> text, bool isRaw);
}
