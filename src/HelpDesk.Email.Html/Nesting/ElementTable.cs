using HelpDesk.Email.Html.Tokens;
using static HelpDesk.Email.Html.Nesting.ElementTraits;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>The traits of every element.</summary>
internal static class ElementTable
{
    private const ElementTraits Box = Special | ClosesParagraph;

    private static readonly ElementTraits[] Traits = Build();

    internal static int Count => Traits.Length;

    internal static ElementTraits Of(ElementId element) => Traits[(int)element];

    private static ElementTraits[] Build() => [.. Enum.GetValues<ElementId>().Select(TraitsOf)];

    private static ElementTraits TraitsOf(ElementId element) => element switch
    {
        ElementId.A or ElementId.Font => Formatting,
        >= ElementId.B and <= ElementId.U => Formatting | BreaksOut,
        ElementId.Span or ElementId.Sub or ElementId.Sup or ElementId.Ruby or ElementId.Var => BreaksOut,
        ElementId.Rb or ElementId.Rp or ElementId.Rt or ElementId.Rtc => RubyPart,
        ElementId.Blockquote or ElementId.Center or ElementId.Div or ElementId.Dl or ElementId.P or ElementId.Pre => Box | BreaksOut,
        ElementId.Ol or ElementId.Ul => Box | List | BreaksOut,
        >= ElementId.H1 and <= ElementId.H6 => Box | Heading | BreaksOut,
        ElementId.Li or ElementId.Dd or ElementId.Dt => Box | Item | BreaksOut,
        >= ElementId.Address and <= ElementId.Section => Box,
        ElementId.Table => Box | Scope | TableContext | BreaksOut,
        ElementId.Caption or ElementId.Td or ElementId.Th => Special | Scope | TablePart | Marker,
        ElementId.Col => Special | TablePart | ElementTraits.Void,
        ElementId.Colgroup or ElementId.Tbody or ElementId.Thead or ElementId.Tfoot or ElementId.Tr => Special | TablePart | TableContext,
        ElementId.Hr => Special | ClosesParagraph | ElementTraits.Void | BreaksOut,
        ElementId.Br or ElementId.Img => Special | ElementTraits.Void | BreaksOut,
        ElementId.Wbr => Special | ElementTraits.Void,
        ElementId.OtherVoid => ElementTraits.Void,
        ElementId.Body => Special | BreaksOut,
        ElementId.Head => BreaksOut,
        _ => None,
    };
}
