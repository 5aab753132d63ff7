namespace HelpDesk.Email.Content;

/// <summary>Tells pictures of the text from files, and of them the logos of signatures.</summary>
/// <remarks>
/// A part belongs to the text if the HTML shows it; programs write Content-ID and <c>inline</c> on real attachments,
/// too. SVG and HTML never count as inline, whatever the mail says. A logo is a small picture in the text that comes
/// more than once, or is shown only outside of the reply, or has the size of an icon. It is kept like any other file.
/// </remarks>
internal sealed class InlinePictures
{
    private const int LargestLogo = 24 * 1024;
    private const int HighestIcon = 80;
    private const int WidestIcon = 320;

    private readonly Dictionary<string, int> _shown;
    private readonly Dictionary<string, int> _shownInReply;
    private readonly HashSet<string> _repeated;

    public InlinePictures(string? html, string? replyHtml, IReadOnlyList<MeasuredFile> files)
    {
        _shown = html is null ? [] : ContentIds.In(html);
        _shownInReply = replyHtml is null || ReferenceEquals(html, replyHtml) ? _shown : ContentIds.In(replyHtml);
        _repeated = [.. files.GroupBy(file => file.Sha256, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)];
    }

    public bool IsInline(MeasuredFile file) =>
        file.Part.ContentId is { } id && _shown.ContainsKey(id) && MediaTypes.IsPicture(file.FoundType ?? file.Part.ContentType);

    public bool IsLogo(MeasuredFile file)
    {
        if (file.Size > LargestLogo || !IsInline(file))
        {
            return false;
        }

        var id = file.Part.ContentId!;
        if (_repeated.Contains(file.Sha256) || _shown[id] > 1 || !_shownInReply.ContainsKey(id))
        {
            return true;
        }

        var (width, height) = PictureSize.Read(file.Start.Span);
        return width is > 0 and <= WidestIcon && height is > 0 and <= HighestIcon;
    }
}
