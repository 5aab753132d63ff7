namespace HelpDesk.Email.Html.Tokens;

/// <summary>
/// The elements that are known one from another. Block elements that mean no more than a box in a mail share
/// <see cref="Div"/>; every element that means nothing is <see cref="Unknown"/>.
/// </summary>
internal enum ElementId : byte
{
    Unknown,

    // Ordinary inline elements.
    Abbr, Acronym, Bdi, Bdo, Cite, Del, Dfn, Ins, Kbd, Mark, Q, Samp, Span, Sub, Sup, Time, Var,
    Ruby, Rb, Rp, Rt, Rtc,

    // Formatting elements: those the standard re-opens in the next block.
    A, B, Big, Code, Em, Font, I, S, Small, Strike, Strong, Tt, U,

    // Blocks.
    Address, Article, Aside, Blockquote, Center, Div, Dl, Figcaption, Figure, Footer, Header, Main, Nav, Ol, P, Pre,
    Section, Ul, H1, H2, H3, H4, H5, H6, Li, Dd, Dt,

    // Tables.
    Table, Caption, Colgroup, Col, Tbody, Thead, Tfoot, Tr, Td, Th,

    // Elements without content.
    Br, Hr, Img, Wbr, OtherVoid,

    // Elements with raw text.
    Script, Style, Title, Textarea, Xmp, Iframe, Noembed, Noframes, Plaintext,

    // Foreign content, and what is not shown.
    Svg, Math, Template, Xml,

    // The frame of a document.
    Html, Head, Body,
}
