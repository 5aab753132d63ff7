namespace HelpDesk.Email.CrashCampaign.Deaths;

/// <summary>When the clock begins to run for a worker.</summary>
internal enum DeathClock
{
    /// <summary>When its process is started.</summary>
    Start,

    /// <summary>When its host has started.</summary>
    Ready,

    /// <summary>When it has finished a mail.</summary>
    FirstMail,
}
