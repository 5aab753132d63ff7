namespace HelpDesk.Email.Documentation.Tests.Guides;

/// <summary>How a host chooses PostgreSQL.</summary>
internal static class PostgreSqlComposition
{
    public static void Compose(IHelpDeskEmailBuilder mail)
    {
        #region postgresql-registration
        mail.UsePostgreSql("Host=db.example.test;Database=helpdesk;Username=helpdesk");
        #endregion
    }
}
