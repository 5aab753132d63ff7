namespace HelpDesk.Email.CrashCampaign.Outages;

/// <summary>A way in which the database is away for a time, while the worker goes on.</summary>
internal interface IOutage
{
    /// <summary>What the figures call it.</summary>
    string Name { get; }

    /// <summary>Takes the database away and gives it back.</summary>
    Task HappenAsync(TimeSpan length, CancellationToken cancellationToken);
}
