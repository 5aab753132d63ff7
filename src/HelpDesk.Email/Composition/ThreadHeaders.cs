using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Composition;

/// <summary>By what a mail program shows a mail within its conversation (RFC 5322 section 3.6.4).</summary>
internal static class ThreadHeaders
{
    /// <summary>Puts the conversation into a draft; the writer keeps the first and the last of a long list, each on a line of its own.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="references">The ids of the conversation, the oldest first.</param>
    public static MailDraft Put(MailDraft draft, IReadOnlyList<string> references)
    {
        if (references.Count == 0)
        {
            return draft;
        }

        // An id that comes twice stands where it came last: the one that is answered is the last.
        var ids = references.Reverse().Distinct(StringComparer.Ordinal).Reverse().ToList();
        return draft with { InReplyTo = [ids[^1]], References = ids };
    }
}
