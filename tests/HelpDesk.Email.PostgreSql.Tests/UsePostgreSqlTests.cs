using HelpDesk.Email.Messages;

namespace HelpDesk.Email.PostgreSql.Tests;

public sealed class UsePostgreSqlTests
{
    private static readonly PostgreSqlOptions Options = new() { ConnectionString = "Host=localhost" };

    [Fact]
    public void What_cannot_work_is_refused_at_once_with_the_option_that_is_wrong()
    {
        Assert.Contains("Host", Refused(Options with { ConnectionString = "Database=helpdesk" }), StringComparison.Ordinal);
        Assert.Contains("connection string", Refused(Options with { ConnectionString = "Nonsense=1" }), StringComparison.Ordinal);
        Assert.Contains("Schema", Refused(Options with { Schema = "Help\"Desk" }), StringComparison.Ordinal);
        Assert.Contains("OctetsFolder", Refused(Options with { OctetsFolder = "/nowhere/at/all" }), StringComparison.Ordinal);
        Assert.Contains("FirstTicketNumber", Refused(Options with { FirstTicketNumber = 0 }), StringComparison.Ordinal);
        Assert.Contains("TicketNumberPrefix", Refused(Options with { TicketNumberPrefix = "#" }), StringComparison.Ordinal);
    }

    private static string Refused(PostgreSqlOptions options) =>
        Assert.Throws<HelpDeskConfigurationException>(() => PostgreSqlStores.Validate(options)).Message;
}
