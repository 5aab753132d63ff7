namespace HelpDesk.Email.CrashCampaign.Workers;

/// <summary>What a worker and its campaign say to each other.</summary>
internal static class WorkerLines
{
    /// <summary>The worker's host has started.</summary>
    public const string Ready = "ready";

    /// <summary>Followed by the processor time of the worker so far, in ms; said before <see cref="FirstMail"/>.</summary>
    public const string Cpu = "cpu ";

    /// <summary>The worker has finished its first mail.</summary>
    public const string FirstMail = "first";

    /// <summary>The campaign names a point, a colon, and at which time of coming by there the worker dies.</summary>
    public const string Die = "die ";
}
