namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>The attributes that mean something here; every other one is left out.</summary>
internal enum AttributeId : byte
{
    Unknown,
    Abbr, Align, Alt, Bgcolor, Border, Cellpadding, Cellspacing, Clear, Color, Colspan, Datetime, Dir, Face, Height, Href,
    Hspace, Lang, Noshade, Nowrap, Reversed, Rowspan, Scope, Size, Span, Src, Start, Style, Text, Title, Type, Valign,
    Value, Vspace, Width, DataCid, DataRemoteSrc,
}
