using HelpDesk.Email.CrashCampaign.Seeding;

namespace HelpDesk.Email.CrashCampaign.Posting;

/// <summary>Brings mails to the help desk.</summary>
internal interface IPost : IAsyncDisposable
{
    /// <summary>Posts mails; they arrive by themselves, if need be after a restart.</summary>
    Task PostAsync(IEnumerable<Seed> seeds);

    /// <summary>Whether the help desk, or its mailbox, has taken everything.</summary>
    bool IsDone { get; }

    /// <summary>What the mailboxes hold that they should not after everything was processed; nothing where there are none.</summary>
    /// <param name="seeds">All mails of the campaign so far.</param>
    IEnumerable<string> Remains(IReadOnlyCollection<Seed> seeds);
}
