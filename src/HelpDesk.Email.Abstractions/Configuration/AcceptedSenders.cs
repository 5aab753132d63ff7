namespace HelpDesk.Email.Configuration;

/// <summary>From whom mail is taken. All but the first need a contact: who is not known is not taken.</summary>
public enum AcceptedSenders
{
    /// <summary>From everybody, strangers included.</summary>
    Everyone,

    /// <summary>From known requesters.</summary>
    Requesters,

    /// <summary>From technicians and administrators.</summary>
    Technicians,

    /// <summary>From everybody who is known.</summary>
    RequestersAndTechnicians,
}
