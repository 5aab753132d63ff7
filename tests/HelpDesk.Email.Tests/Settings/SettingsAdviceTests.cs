using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Tests.Settings;

public sealed class SettingsAdviceTests
{
    [Fact]
    [Trait("Feature", "IN-15")]
    public void Two_mailboxes_that_are_one_account_are_told()
    {
        var options = new HelpDeskEmailOptions();
        options.Mailboxes["sales"] = Mailbox("mail.example.test");
        options.Mailboxes["support"] = Mailbox("MAIL.example.test");
        options.Mailboxes["other"] = Mailbox("mail.example.test", folder: "Other");

        var advice = Assert.Single(SettingsAdvice.Of(options));

        Assert.Contains("sales and support are the same account", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail.example.test", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost", false)]
    public void A_password_in_the_clear_is_told_unless_it_stays_on_this_machine(string host, bool isTold)
    {
        var options = new HelpDeskEmailOptions();
        options.Outgoing["default"] = new OutgoingAccountOptions { Host = host, UserName = "ann", Encryption = MailEncryption.None };

        Assert.Equal(isTold, SettingsAdvice.Of(options).Any());
    }

    private static MailboxOptions Mailbox(string host, string? folder = null) => new() { Host = host, UserName = "ann", Folder = folder };
}
