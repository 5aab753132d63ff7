using System.Collections.Frozen;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>What the HTML of a template may be made of.</summary>
internal static class HtmlVocabulary
{
    /// <summary>What a whole document has around its content; a template has it where it likes, a master should.</summary>
    public static readonly FrozenSet<string> Document = Set("html head body meta title style");

    public static readonly FrozenSet<string> Elements = Set(
        """
        a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption
        figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub sup
        table tbody td tfoot th thead time tr tt u ul var wbr
        """);

    public static readonly FrozenSet<string> Attributes = Set(
        """
        abbr align alt bgcolor border bordercolor cellpadding cellspacing charset cite class clear color colspan content datetime dir face frame
        headers height href hspace id lang leftmargin link marginheight marginwidth media name noshade nowrap rel reversed role rowspan rules scope
        size span src start style summary target text title topmargin type valign value vlink vspace width xmlns xml:lang
        """);

    public static readonly FrozenSet<string> LinkSchemes = Set("http https mailto tel cid");

    /// <summary>What makes a style load something or run.</summary>
    public static readonly string[] LoudStyles = ["url(", "@import", "expression(", "javascript:", "behavior:", "-moz-binding", "image(", "image-set(", "\\"];

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
