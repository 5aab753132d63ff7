namespace HelpDesk.Email.Mime.Documents;

/// <summary>What counts as body.</summary>
internal static class BodyRules
{
    /// <summary>Whether a leaf is shown as body rather than listed as a file.</summary>
    public static bool IsBody(MailPart part)
    {
        if (part.IsMultipartWithoutParts)
            return part.RawLength > 0;
        if (part.IsSpareBody)
            return false;
        if (!(part.MediaType.IsPlainText || part.MediaType.IsHtml) || part.Disposition == "attachment")
            return false;
        // Some senders name their body; a later text with a name is a file.
        return part.Parent is null || part.Parent.IsUnpacked || part.Parent.MediaType.Subtype == "alternative" || ReferenceEquals(part.Parent.Children[0], part) || part.FileName is null;
    }

    /// <summary>Whether a leaf that is no body is listed: all but empty shells and a TNEF file whose content is listed instead.</summary>
    public static bool IsAttachment(MailPart part) => !part.IsSpareBody
        && !(part.IsMultipartWithoutParts && part.RawLength == 0)
        && !(part.IsUnpacked && part.MediaType.Subtype is not ("pkcs7-mime" or "x-pkcs7-mime"));

    /// <summary>
    /// The only child of a multipart that can be body, where there is one such: the others stand beside it, as what it refers to or
    /// as its signature. Null where every child can be.
    /// </summary>
    public static MailPart? OnlyBody(MailPart multipart) => multipart.MediaType.Subtype switch
    {
        "related" => RootOf(multipart),
        "signed" => multipart.Children[0],
        _ => null,
    };

    /// <summary>The part of a multipart/related that the others serve (RFC 2387 section 3.2).</summary>
    private static MailPart RootOf(MailPart related)
    {
        var start = related.MediaType.Parameters["start"]?.Trim('<', '>', ' ');
        MailPart? first = null;
        foreach (var child in related.Children)
        {
            if (!string.IsNullOrEmpty(start) && child.ContentId == start)
                return child;
            if (first is null && (child.MediaType.IsMultipart || child.MediaType.IsHtml || child.MediaType.IsPlainText))
                first = child;
            // Only the first few are looked at: a related part of hundreds of images names its root at the top.
            if (string.IsNullOrEmpty(start) && first is not null)
                break;
        }

        return first ?? related.Children[0];
    }
}
