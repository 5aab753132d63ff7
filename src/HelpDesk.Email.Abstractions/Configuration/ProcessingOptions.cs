namespace HelpDesk.Email.Configuration;

/// <summary>How the journal and the outbox are worked, below <c>Processing</c>.</summary>
public sealed class ProcessingOptions
{
    /// <summary>The name of this process among those that share the store; absent: the machine's name. Read at start only.</summary>
    public string? NodeName { get; set; }

    /// <summary>How many rows are claimed in one go.</summary>
    /// <value>The default is 32; from 1 to 1,000.</value>
    public int BatchSize { get; set; } = 32;

    /// <summary>How many of them are worked at once.</summary>
    /// <value>The default is 32; from 1 to 64.</value>
    public int Concurrency { get; set; } = 32;

    /// <summary>For how long a claim holds without being renewed.</summary>
    /// <value>The default is 1 minute; from 5 seconds to 1 hour.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the store is looked at when nothing woke us: other processes write to it too.</summary>
    /// <value>The default is 1 second; from 10 milliseconds to 10 minutes.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many counted attempts a row gets before it is quarantined.</summary>
    /// <value>The default is 3; from 1 to 100.</value>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>How long one attempt may take to decide about a mail, to apply the decision, and to plan what follows, each. Beyond it is told to stop, and the attempt counts as failed.</summary>
    /// <remarks>
    /// What does not stop then is given up: the row goes on, the thread is lost until the process ends, and the health check
    /// of the journal says so. Time in which the process itself stood still does not count.
    /// </remarks>
    /// <value>The default is 2 minutes; from 1 second to 1 hour.</value>
    public TimeSpan MaxTimePerAttempt { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>For how long a row waits for an unfinished one that it answers. For one that it copies it waits as long as it takes.</summary>
    /// <value>The default is 1 minute; from 0 to 1 hour.</value>
    public TimeSpan MaxWaitForParent { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Equal octets that come to a mailbox within this time are the same mail.</summary>
    /// <value>The default is 24 hours; from 0 to 30 days.</value>
    public TimeSpan DuplicateWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>What becomes of one mail that came to several mailboxes.</summary>
    /// <value>The default is <see cref="TwoMailboxes.First"/>.</value>
    public TwoMailboxes SameMailInTwoMailboxes { get; set; } = TwoMailboxes.First;

    /// <summary>For how long an outgoing mail is tried.</summary>
    /// <value>The default is 5 days; from 1 minute to 30 days.</value>
    public TimeSpan MaxDeliveryTime { get; set; } = TimeSpan.FromDays(5);

    /// <summary>What becomes of an outgoing mail of which nobody knows whether it went out.</summary>
    /// <value>The default is <see cref="InDoubtPolicy.Resend"/>.</value>
    public InDoubtPolicy InDoubt { get; set; } = InDoubtPolicy.Resend;
}
