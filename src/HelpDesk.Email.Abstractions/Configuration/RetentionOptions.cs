namespace HelpDesk.Email.Configuration;

/// <summary>How long octets and failed mail are kept, below <c>Retention</c>. What is over is let go within the hour.</summary>
/// <remarks>
/// The first three limits are about mail as it was received; the first that is reached counts. Tickets and their files, what
/// the journal knows of each mail, quarantined mail and mail that is still worked on are not touched by any of them.
/// </remarks>
public sealed class RetentionOptions
{
    /// <summary>For how long mail as it was received is kept; 0 for no such limit.</summary>
    /// <value>The default is 30 days; from 0 to 3,650 days.</value>
    public TimeSpan ContentAge { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many mails are kept as they were received; 0 for no such limit.</summary>
    /// <value>The default is 25,000; from 0 to 100,000,000.</value>
    public int ContentCount { get; set; } = 25_000;

    /// <summary>How many megabytes (of 1,048,576 octets) of mail are kept as they were received; 0 for no such limit.</summary>
    /// <value>The default is 10,000; from 0 to 100,000,000.</value>
    public int ContentMegabytes { get; set; } = 10_000;

    /// <summary>For how long outgoing mail that failed is kept after its last attempt; 0 to keep it for good.</summary>
    /// <value>The default is 30 days; from 0 to 3,650 days.</value>
    public TimeSpan FailedMailAge { get; set; } = TimeSpan.FromDays(30);

    /// <summary>For how long outgoing mail is kept as it was sent, after its last attempt; 0 to keep it for good. What is known of the mail stays.</summary>
    /// <value>The default is 30 days; from 0 to 3,650 days.</value>
    public TimeSpan SentMailAge { get; set; } = TimeSpan.FromDays(30);
}
