namespace HelpDesk.Email.Documentation.Tests.Operations;

public sealed class LogEventTests
{
    [Fact]
    public void An_event_id_means_one_message_of_its_package()
    {
        var twice = LogEventTable.All.GroupBy(entry => (entry.Package, entry.Message.EventId)).Where(same => same.Count() > 1).Select(same => same.Key);
        Assert.Empty(twice);
    }
}
