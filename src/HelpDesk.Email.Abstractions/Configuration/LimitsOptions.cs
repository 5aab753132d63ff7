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
}
