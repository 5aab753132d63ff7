using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Screening;

namespace HelpDesk.Email.Tests.Screening;

public sealed class FilterSetTests
{
    private static readonly EmailAddress Sam = EmailAddress.Create("Sam.Spam@Mail.Example.test", "Sam Example");

    [Theory]
    [InlineData("sam.spam@mail.example.test", SenderPart.Address, false, true)]
    [InlineData("bob@example.test, SAM.SPAM@mail.example.test", SenderPart.Address, false, true)]
    [InlineData("spam@mail.example.test", SenderPart.Address, false, false)]
    [InlineData("spam@mail", SenderPart.Address, true, true)]
    [InlineData("mail.example.test", SenderPart.Domain, false, true)]
    [InlineData("@mail.example.test", SenderPart.Domain, false, true)]
    [InlineData("example.test", SenderPart.Domain, false, false)]
    [InlineData("example.test", SenderPart.Domain, true, true)]
    [InlineData("sam.spam", SenderPart.User, false, true)]
    [InlineData("sam.spam@", SenderPart.User, false, true)]
    [InlineData("spam", SenderPart.User, false, false)]
    [InlineData("spam", SenderPart.User, true, true)]
    [InlineData("sam example", SenderPart.Name, false, true)]
    [InlineData("example", SenderPart.Name, false, false)]
    [InlineData("mail.example", SenderPart.Name, true, false)]
    [Trait("Feature", "FI-01")]
    public void A_sender_is_found_by_a_part_whole_or_in_pieces(string text, SenderPart part, bool partly, bool found)
    {
        var filters = new FilterOptions();
        filters.Senders["spam"] = new SenderFilterOptions { Text = text, In = part, Partly = partly };

        var reason = FilterSet.Of(filters).WhyNot(FilterDirection.Receive, [Sam], ContactRole.Requester, "Hello");

        Assert.Equal(found, reason?.StartsWith("Filters:Senders:spam: ", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(FilterDirection.Receive, FilterAudience.Both, true, true, false, false)]
    [InlineData(FilterDirection.Send, FilterAudience.Both, false, false, true, true)]
    [InlineData(FilterDirection.Both, FilterAudience.Both, true, true, true, true)]
    [InlineData(FilterDirection.Both, FilterAudience.Requesters, true, false, true, false)]
    [InlineData(FilterDirection.Both, FilterAudience.Technicians, false, true, false, true)]
    [InlineData(FilterDirection.Send, FilterAudience.Technicians, false, false, false, true)]
    [Trait("Feature", "FI-01")]
    [Trait("Feature", "FI-02")]
    public void A_filter_holds_in_its_direction_and_for_whom_it_says(
        FilterDirection direction, FilterAudience audience, bool fromRequester, bool fromTechnician, bool toRequester, bool toTechnician)
    {
        var senders = new FilterOptions();
        senders.Senders["x"] = new SenderFilterOptions { Text = Sam.Address, Direction = direction, AppliesTo = audience };
        var subjects = new FilterOptions();
        subjects.Subjects["x"] = new SubjectFilterOptions { Text = "hello", Direction = direction, AppliesTo = audience };

        foreach (var filters in new[] { FilterSet.Of(senders), FilterSet.Of(subjects) })
        {
            Assert.Equal(fromRequester, filters.WhyNot(FilterDirection.Receive, [Sam], ContactRole.Requester, "Hello") is not null);
            Assert.Equal(fromTechnician, filters.WhyNot(FilterDirection.Receive, [Sam], ContactRole.Technician, "Hello") is not null);
            Assert.Equal(fromTechnician, filters.WhyNot(FilterDirection.Receive, [Sam], ContactRole.Administrator, "Hello") is not null);
            Assert.Equal(toRequester, filters.WhyNot(FilterDirection.Send, [Sam], ContactRole.Requester, "Hello") is not null);
            Assert.Equal(toTechnician, filters.WhyNot(FilterDirection.Send, [Sam], ContactRole.Technician, "Hello") is not null);
            Assert.Equal(direction != FilterDirection.Receive, filters.StopsSending);
        }
    }

    [Fact]
    public void A_filter_that_is_not_enabled_stops_nothing()
    {
        var filters = new FilterOptions();
        filters.Senders["x"] = new SenderFilterOptions { Text = Sam.Address, Enabled = false };

        Assert.Null(FilterSet.Of(filters).WhyNot(FilterDirection.Receive, [Sam], ContactRole.Requester, "Hello"));
    }

    [Fact]
    [Trait("Feature", "FI-03")]
    [Trait("Feature", "FI-04")]
    public void The_ready_lists_are_just_these()
    {
        Assert.Equal(["Postmaster", "Mail Delivery Subsystem", "System Administrator", "Mailer-Daemon"], ReadyFilters.Senders.Text.Items);
        Assert.Equal(
            "Undeliverable Mail; Returned Mail; Mail System Error; Delivery Error; Undeliverable:; Failure Notice; Nondeliverable Mail; "
            + "Mail Delivery Failure; Message Status - undeliverable; Warning: Could not send message; Delivery Notification: Delivery has failed; "
            + "Mail Undeliverable: Failure Detected; Message Status - opened; Returned Mail: Service Unavailable; Out of Office",
            string.Join("; ", ReadyFilters.Subjects.Items));
        var off = FilterSet.Of(new FilterOptions());
        Assert.All(ReadyFilters.Subjects.Items, subject => Assert.Null(off.WhyNot(FilterDirection.Receive, [Sam], ContactRole.Requester, subject)));
    }
}
