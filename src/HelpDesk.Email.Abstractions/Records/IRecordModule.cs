using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Records;

/// <summary>One sort of records that mails make, change and delete: announcements, assignments, and what else a host has.</summary>
/// <remarks>
/// Called from several threads and, with a shared mail store, from several processes at once. Throw
/// <see cref="StoreUnavailableException"/> when a retry may help. Any other exception counts as an attempt of the mail.
/// </remarks>
public interface IRecordModule
{
    /// <summary>The word that names it in a subject, for instance <c>announcement</c>: letters and digits, case ignored. Of two modules with one name the one that was registered later is asked.</summary>
    string Name { get; }

    /// <summary>The least that somebody must be for an operation, where <c>Records:Roles</c> says nothing else; <see langword="null"/> for an operation that the module does not have.</summary>
    /// <remarks>Authority is needed besides, and the mail must be a person's: the engine sees to both.</remarks>
    ContactRole? LeastRole(RecordOperation operation);

    /// <summary>Says why a change can't be made, before it is decided on, or <see langword="null"/>. Writes nothing.</summary>
    /// <returns>A reason that whoever wrote the mail may read. The mail then becomes an ordinary one, with the reason below it.</returns>
    ValueTask<string?> WhyNotAsync(RecordChange change, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    /// <summary>Makes a change, atomically and once.</summary>
    /// <remarks>
    /// The rules are those of a ticket store. In one transaction: (1) look <see cref="RecordChange.OperationId"/> up; if known,
    /// return the result recorded with it, whatever the change says now. (2) For an empty change record
    /// <see cref="RecordStatus.Void"/> (kept at least 30 days) and return it. (3) If it can't be done, return
    /// <see cref="RecordResult.Refused"/>: the mail is set aside with the reason. (4) Make the change and record its result.
    /// </remarks>
    ValueTask<RecordResult> ApplyAsync(RecordChange change, CancellationToken cancellationToken);
}
