using HelpDesk.Email.Mime.Limits;

namespace HelpDesk.Email.Mime.Documents;

/// <summary>
/// Decides which parts are the body and which are attachments, along the lines of RFC 8621 section 4.1.4. Each part offers what
/// a reader sees of it, once for those who prefer text and once for those who prefer HTML; a multipart combines what its children
/// offer. Children come after their parents in the list, so walking it backwards needs no recursion.
/// </summary>
internal sealed class BodySelection
{
    private static readonly List<MailPart> Nothing = [];

    private BodySelection(List<MailPart> text, List<MailPart> html, List<MailPart> attachments) => (Text, Html, Attachments) = (text, html, attachments);

    public List<MailPart> Text { get; }

    public List<MailPart> Html { get; }

    public List<MailPart> Attachments { get; }

    public static BodySelection Of(ReadOnlySpan<MailPart> parts, MailReadingLimits limits, DefectLog defects)
    {
        var attachments = new List<MailPart>();
        var excluded = new bool[parts.Length];
        var only = new MailPart?[parts.Length];
        var text = new List<MailPart>[parts.Length];
        var html = new List<MailPart>[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            excluded[i] = part.Parent is { } parent && (excluded[parent.Index]
                || parent.MediaType.Subtype == "encrypted"
                || (only[parent.Index] is { } body && !ReferenceEquals(body, part)));
            text[i] = html[i] = Nothing;
            if (!part.IsLeaf)
                only[i] = BodyRules.OnlyBody(part);
            else if (!excluded[i] && BodyRules.IsBody(part))
                text[i] = html[i] = [part];
            else if (BodyRules.IsAttachment(part))
                attachments.Add(part);
        }

        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (!parts[i].IsLeaf)
                Combine(parts[i], text, html);
            else if (parts[i].IsUnpacked && !excluded[i])
                (text[i], html[i]) = (Join(parts[i].Children, text), Join(parts[i].Children, html));
        }

        Order(attachments, limits, defects);
        return WithSpare(parts, new BodySelection(text[0], html[0], attachments));
    }

    /// <summary>Files found inside of parts come where those stand; what is over the limit goes.</summary>
    private static void Order(List<MailPart> attachments, MailReadingLimits limits, DefectLog defects)
    {
        if (attachments.Exists(part => part.IsFound))
        {
            var ordered = attachments.OrderBy(part => part.Anchor).ToList();
            attachments.Clear();
            attachments.AddRange(ordered);
        }

        if (attachments.Count <= limits.MaxAttachments)
            return;
        attachments.RemoveRange(limits.MaxAttachments, attachments.Count - limits.MaxAttachments);
        defects.Add(MailDefectKind.LimitExceeded, "too many attachments");
    }

    /// <summary>Uses the bodies of a TNEF file where the message itself says nothing.</summary>
    private static BodySelection WithSpare(ReadOnlySpan<MailPart> parts, BodySelection selection)
    {
        List<MailPart>? spare = null;
        foreach (var part in parts)
        {
            if (part.IsSpareBody)
                (spare ??= []).Add(part);
        }

        if (spare is null || !selection.Text.Concat(selection.Html).All(part => string.IsNullOrWhiteSpace(part.ReadText())))
            return selection;
        var plain = spare.Find(part => part.MediaType.IsPlainText) ?? spare[0];
        var rich = spare.Find(part => part.MediaType.IsHtml) ?? spare[0];
        return new BodySelection([plain], [rich], selection.Attachments);
    }

    private static void Combine(MailPart multipart, List<MailPart>[] text, List<MailPart>[] html)
    {
        var children = multipart.Children;
        if (multipart.MediaType.Subtype == "alternative")
        {
            text[multipart.Index] = Choose(children, text, part => !part.MediaType.IsHtml);
            html[multipart.Index] = Choose(children, html, part => part.MediaType.IsHtml);
            return;
        }

        text[multipart.Index] = Join(children, text);
        html[multipart.Index] = Join(children, html);
    }

    /// <summary>
    /// Every branch that has the wanted form, as senders that give several of one form mean them all; else the last branch that
    /// has any (RFC 2046 section 5.1.4: the last is the richest).
    /// </summary>
    private static List<MailPart> Choose(IReadOnlyList<MailPart> children, List<MailPart>[] offers, Predicate<MailPart> wanted)
    {
        var chosen = Nothing;
        var any = Nothing;
        foreach (var child in children)
        {
            var offer = offers[child.Index];
            if (offer.Count > 0)
                any = offer;
            if (offer.Exists(wanted))
                chosen = chosen.Count == 0 ? offer : [.. chosen, .. offer];
        }

        return chosen.Count > 0 ? chosen : any;
    }

    private static List<MailPart> Join(IReadOnlyList<MailPart> children, List<MailPart>[] offers)
    {
        var joined = Nothing;
        foreach (var child in children)
        {
            var offer = offers[child.Index];
            if (joined.Count == 0)
                joined = offer;
            else if (offer.Count > 0)
                joined = [.. joined, .. offer];
        }

        return joined;
    }
}
