namespace HelpDesk.Email.Storage;

/// <summary>How much work waits.</summary>
public interface IMailBacklog
{
    /// <summary>Measures the journal and the outbox as they stand.</summary>
    /// <remarks>Asked a few times a minute by each process: it must cost little, also while much waits, and keep no writer waiting.</remarks>
    ValueTask<MailBacklog> MeasureAsync(CancellationToken cancellationToken);
}
