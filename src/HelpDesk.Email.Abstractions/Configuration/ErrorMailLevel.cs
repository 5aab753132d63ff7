namespace HelpDesk.Email.Configuration;

/// <summary>From which severity on troubles are mailed.</summary>
public enum ErrorMailLevel
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Those that somebody has to see to.</summary>
    Error,

    /// <summary>Those that may pass by themselves too.</summary>
    Warning,
}
