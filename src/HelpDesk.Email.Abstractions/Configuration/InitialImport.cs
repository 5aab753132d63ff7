namespace HelpDesk.Email.Configuration;

/// <summary>What of the mail that lies in a mailbox when it is read for the first time is brought in.</summary>
public enum InitialImport
{
    /// <summary>All of it; what is old gets no automatic answer (<see cref="AutomaticAnswerOptions.MaxMailAge"/>).</summary>
    All,

    /// <summary>None of it: only what comes from then on.</summary>
    Now,

    /// <summary>What the mailbox got since a moment, <see cref="MailboxOptions.InitialImportSince"/>.</summary>
    Since,
}
