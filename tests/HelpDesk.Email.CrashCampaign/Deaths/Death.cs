using HelpDesk.Email.CrashCampaign.Workers;

namespace HelpDesk.Email.CrashCampaign.Deaths;

/// <summary>The way in which a worker ends. Immutable.</summary>
/// <param name="Kind">What the figures call it.</param>
/// <param name="Start">How the worker is started for it.</param>
internal sealed record Death(string Kind, WorkerStart Start)
{
    /// <summary>When the campaign kills it from outside, counted from <see cref="From"/>; <see langword="null"/> when it dies by itself.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>What <see cref="At"/> counts from.</summary>
    public DeathClock From { get; init; } = DeathClock.FirstMail;
}
