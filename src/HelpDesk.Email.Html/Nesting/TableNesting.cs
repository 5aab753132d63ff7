using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>
/// The parts of tables (WHATWG HTML, sections 13.2.6.4.9 to 13.2.6.4.15). Text that stands between cells gets a
/// cell of its own, where a browser would put it before the table.
/// </summary>
internal static class TableNesting
{
    /// <summary>Closes what the part closes and opens what it must stand in.</summary>
    /// <returns>False if it stands in no table and so means nothing.</returns>
    internal static bool MakePlace<TVisitor>(scoped ref NestingStack stack, ElementId part, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var table = stack.Open.Last(ElementId.Table);
        if (table < 0) return false;
        switch (part)
        {
            case ElementId.Td or ElementId.Th:
                MakeRow(ref stack, ref visitor);
                break;
            case ElementId.Tr:
                MakeBody(ref stack, ref visitor);
                break;
            case ElementId.Col:
                if (stack.Open.Current == ElementId.Colgroup) break;
                stack.CloseFrom(table + 1, ref visitor);
                stack.PushImplied(ElementId.Colgroup, ref visitor);
                break;
            default:
                stack.CloseFrom(table + 1, ref visitor);
                break;
        }

        return true;
    }

    /// <summary>Opens a cell for content that stands between cells.</summary>
    internal static void MakeCell<TVisitor>(scoped ref NestingStack stack, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        MakeRow(ref stack, ref visitor);
        stack.PushImplied(ElementId.Td, ref visitor);
    }

    /// <summary>Whether text between cells is only there for the looks of the source.</summary>
    internal static bool MeansNothing(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (HtmlCharacters.IsSpace(text[0]) || text[0] is '\u00A0' or '\0') text = text[1..];
            else if (text.StartsWith("&nbsp;")) text = text[6..];
            else return false;
        }

        return true;
    }

    private static void MakeRow<TVisitor>(scoped ref NestingStack stack, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var row = stack.Open.Last(ElementId.Tr);
        if (row > stack.Open.Last(ElementId.Table))
        {
            stack.CloseFrom(row + 1, ref visitor);
            return;
        }

        MakeBody(ref stack, ref visitor);
        stack.PushImplied(ElementId.Tr, ref visitor);
    }

    private static void MakeBody<TVisitor>(scoped ref NestingStack stack, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var open = stack.Open;
        var table = open.Last(ElementId.Table);
        var body = Math.Max(open.Last(ElementId.Tbody), Math.Max(open.Last(ElementId.Thead), open.Last(ElementId.Tfoot)));
        if (body > table)
        {
            stack.CloseFrom(body + 1, ref visitor);
            return;
        }

        stack.CloseFrom(table + 1, ref visitor);
        stack.PushImplied(ElementId.Tbody, ref visitor);
    }
}
