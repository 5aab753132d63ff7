namespace HelpDesk.Email.Configuration;

/// <summary>Which name stands beside the address in mail that a person wrote. Mail that nobody wrote bears the name of the help desk.</summary>
public enum AuthorNames
{
    /// <summary>The person's own: <c>Tina Tech</c>.</summary>
    Person,

    /// <summary>The person's own and that of the help desk: <c>Tina Tech (Acme Support)</c>.</summary>
    PersonAndHelpDesk,

    /// <summary>One name for all, that of the help desk: <c>Acme Support</c>.</summary>
    HelpDesk,
}
