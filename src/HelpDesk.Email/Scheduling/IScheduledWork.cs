namespace HelpDesk.Email.Scheduling;

/// <summary>Work that is due because of the time and not because of a mail. Done by one process of an installation, over and over.</summary>
internal interface IScheduledWork
{
    /// <summary>Does what is due. Doing it again changes nothing: what it makes has an id made of what it is and when it was due.</summary>
    /// <returns>How much there was.</returns>
    ValueTask<int> RunAsync(CancellationToken cancellationToken);

    /// <summary>When it may have something to do next; <see langword="null"/> while the settings want none of it.</summary>
    /// <param name="now">Later than this.</param>
    DateTimeOffset? NextDue(DateTimeOffset now);
}
