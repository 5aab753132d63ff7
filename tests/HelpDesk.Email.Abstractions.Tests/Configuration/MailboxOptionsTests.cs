using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Abstractions.Tests.Configuration;

public sealed class MailboxOptionsTests
{
    private static readonly MailboxOptions Plain = new() { Address = "Support@Example.test", Aliases = ["help@example.test", ""] };

    private static readonly MailboxOptions WithSubAddresses = new() { Address = "support@example.test", Aliases = ["help@example.test"], SubAddressing = true };

    [Theory]
    [InlineData("support@example.test")]
    [InlineData("SUPPORT@EXAMPLE.TEST")]
    [InlineData("help@example.test")]
    public void A_mailbox_is_reached_by_its_address_and_its_aliases_whatever_their_case(string address) => Assert.True(Plain.IsReachedBy(address));

    [Theory]
    [InlineData("")]
    [InlineData("other@example.test")]
    [InlineData("support@example.test.evil.test")]
    [InlineData("xsupport@example.test")]
    [InlineData("support@sub.example.test")]
    [InlineData("support+tag@example.test")]
    public void It_is_reached_by_nothing_else(string address) => Assert.False(Plain.IsReachedBy(address));

    [Theory]
    [InlineData("support+tag@example.test")]
    [InlineData("Support+a+b@Example.test")]
    [InlineData("help+tag@example.test")]
    [InlineData("support+@example.test")]
    [InlineData("support@example.test")]
    public void Sub_addresses_reach_it_where_they_are_on(string address) => Assert.True(WithSubAddresses.IsReachedBy(address));

    [Theory]
    [InlineData("supportx+tag@example.test")]
    [InlineData("support-tag@example.test")]
    [InlineData("supporttag@example.test")]
    [InlineData("+tag@example.test")]
    [InlineData("support+tag@evil.test")]
    [InlineData("support+tag@evil.test@example.tes")]
    [InlineData("support+tag@evil.example.test")]
    public void And_nothing_that_only_looks_like_one(string address) => Assert.False(WithSubAddresses.IsReachedBy(address));

    [Fact]
    public void A_mailbox_without_address_is_reached_by_nothing()
    {
        var empty = new MailboxOptions { SubAddressing = true };
        Assert.False(empty.IsReachedBy(string.Empty));
        Assert.False(empty.IsReachedBy("+@"));
        Assert.False(empty.IsReachedBy("ann@example.test"));
    }

    [Fact]
    public void A_department_that_is_not_configured_has_the_defaults()
    {
        var settings = new HelpDeskEmailOptions
        {
            Departments = new Dictionary<string, DepartmentOptions>(StringComparer.OrdinalIgnoreCase)
            {
                ["Sales"] = new() { ClosedTicketPolicy = ClosedTicketPolicy.Reject },
            },
        };
        Assert.Equal(ClosedTicketPolicy.Reject, settings.DepartmentOf("sales").ClosedTicketPolicy);
        Assert.Equal(ClosedTicketPolicy.Reopen, settings.DepartmentOf("Support").ClosedTicketPolicy);
        Assert.Equal(ClosedTicketPolicy.Reopen, settings.DepartmentOf(null).ClosedTicketPolicy);
    }
}
