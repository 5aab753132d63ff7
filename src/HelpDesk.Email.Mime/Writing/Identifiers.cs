using System.Text;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Which message and content identifiers may be written (RFC 5322 section 3.6.4).</summary>
internal static class Identifiers
{
    private const int Longest = 900;

    public static string RequireMessageId(string messageId) => IsSound(messageId)
        ? messageId
        : throw new MailCompositionException("The Message-ID must be ASCII between angle brackets, without white space.");

    public static string RequireContentId(string contentId)
    {
        var bracketed = $"<{contentId}>";
        return IsSound(bracketed)
            ? bracketed
            : throw new MailCompositionException("A Content-ID must be ASCII without angle brackets and white space.");
    }

    /// <summary>The sound ones of identifiers that came from elsewhere: the first, and as many of the last as fit.</summary>
    public static List<string> Chain(IReadOnlyList<string> ids, int most)
    {
        var sound = ids.Where(IsSound).ToList();
        if (sound.Count > most && most > 0)
            sound.RemoveRange(1, sound.Count - most);
        return sound;
    }

    private static bool IsSound(string id) =>
        id.Length is > 2 and <= Longest && id[0] == '<' && id[^1] == '>' && id.AsSpan(1, id.Length - 2).IndexOfAny('<', '>') < 0
        && Ascii.IsValid(id) && id.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;
}
