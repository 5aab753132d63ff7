namespace HelpDesk.Email.Configuration;

/// <summary>Sizes and counts, below <c>Limits</c>.</summary>
public sealed class LimitsOptions
{
    /// <summary>The longest mail, in octets, that is taken from a server or by the listener.</summary>
    /// <value>The default is 26,214,400 (25 MB).</value>
    public long MaxMailOctets { get; set; } = 25 * 1024 * 1024;

    /// <summary>The longest subject; a mail with a longer one is quarantined.</summary>
    /// <value>The default is 400 characters.</value>
    public int MaxSubjectLength { get; set; } = 400;

    /// <summary>The kinds of files that come into tickets, as extensions (<c>.pdf</c>) or media types (<c>application/pdf</c>, <c>image/*</c>); empty: all.</summary>
    /// <remarks>A file that is refused is named below the text of the entry, with the reason; the original mail still has it.</remarks>
    public IList<string> AttachmentAllow { get; set; } = [];

    /// <summary>The kinds of files that don't come into tickets, written like <see cref="AttachmentAllow"/>; name, declared type and content count.</summary>
    public IList<string> AttachmentDeny { get; set; } = [];

    /// <summary>The longest file, in octets, that comes into a ticket; 0: none is too long.</summary>
    /// <value>The default is 0.</value>
    public long MaxAttachmentOctets { get; set; }
}
