using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Returns;

/// <summary>What a report says of a mail of ours that is known by signed evidence.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Evidence">How it was known.</param>
internal sealed record ReturnedReport(OutboxEntry Mail, string Evidence)
{
    /// <summary>What is noted at its recipients.</summary>
    public IReadOnlyList<RecipientReport> Reports { get; init; } = [];

    /// <summary>The addresses that get no mail for a time.</summary>
    public IReadOnlyList<SuppressedAddress> Suppressed { get; init; } = [];

    /// <summary>Whom it did not reach.</summary>
    public IReadOnlyList<FailedDelivery> Failed { get; init; } = [];

    /// <summary>In words, for the trace.</summary>
    public string InWords => $"mail {Mail.Id} of the outbox by {Evidence}: {Failed.Count} of {Mail.Recipients.Count} recipients failed, {Suppressed.Count} suppressed";
}
