namespace HelpDesk.Email.Contacts;

/// <summary>What a person is to the help desk.</summary>
public enum ContactRole
{
    /// <summary>Asks for help; the role of everybody who is not known better.</summary>
    Requester,

    /// <summary>Answers tickets.</summary>
    Technician,

    /// <summary>Answers tickets and runs the help desk.</summary>
    Administrator,
}
