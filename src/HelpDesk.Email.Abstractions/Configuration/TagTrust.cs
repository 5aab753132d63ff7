namespace HelpDesk.Email.Configuration;

/// <summary>Who may join a ticket by its number alone.</summary>
public enum TagTrust
{
    /// <summary>Only who belongs to the ticket already.</summary>
    Participants,

    /// <summary>Anyone. A stranger who knows or guesses a number is let in: only for help desks where that does no harm.</summary>
    Anyone,
}
