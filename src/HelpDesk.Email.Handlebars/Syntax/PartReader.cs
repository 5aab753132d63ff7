using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Checks a part and translates its masks: what comes out is Handlebars that calls nothing but our own functions.</summary>
internal static class PartReader
{
    /// <exception cref="TemplateException">The part says something that templates can't say.</exception>
    public static ReadPart Read(TemplatePart part)
    {
        var tags = TagScanner.Scan(part);
        var (masks, escapes) = MaskScanner.Scan(part, tags);
        var named = NamesInBraces(tags);
        TemplateTag[] values = [.. tags.Where(tag => !named.ContainsKey(tag.Start)), .. masks.Concat(named.Values).Select(AsTag)];
        Array.Sort(values, (one, other) => one.Start.CompareTo(other.Start));
        TemplateGrammar.Check(part, values);
        var places = part.Kind == PartKind.Html ? HtmlPlaces.Check(part, values) : null;
        if (part.Kind == PartKind.Html)
        {
            HtmlAllowList.Check(part, values);
        }

        MaskUse[] uses = [.. masks.Concat(named.Values).OrderBy(mask => mask.Start)];
        return new ReadPart(
            MaskTranslator.Translate(part.Text, uses, escapes, places),
            [.. uses.Where(use => use.Mask is null).Select(use => Unknown(part, use)), .. VariableNames.Unknown(part, values)],
            PathsOf(values, uses));
    }

    private static TemplateTag AsTag(MaskUse mask) => new(mask.Start, mask.End, TagKind.Value, Unencoded: false, [FunctionNames.Mask, mask.Name]);

    // {{Subject}} is [%Subject%].
    private static Dictionary<int, MaskUse> NamesInBraces(List<TemplateTag> tags) =>
        (from tag in tags
         where tag is { Kind: TagKind.Value, Unencoded: false, Words.Count: 1 }
         let mask = MaskNames.FindExact(tag.Words[0])
         where mask is not null && !VariableNames.IsRoot(tag.Words[0])
         select new MaskUse(tag.Start, tag.End, tag.Words[0], null, mask, MayBeWords: false)).ToDictionary(use => use.Start);

    private static UnknownName Unknown(TemplatePart part, MaskUse use)
    {
        var (line, column) = part.PlaceOf(use.Start);
        return new UnknownName(use.Name, part.Text[use.Start..use.End], line, column, IsMask: true);
    }

    private static HashSet<string> PathsOf(IEnumerable<TemplateTag> tags, IEnumerable<MaskUse> uses) =>
        [.. tags.Where(tag => tag.Kind == TagKind.Value).SelectMany(tag => tag.Words), .. uses.SelectMany(use => use.Mask?.Paths ?? [])];
}
