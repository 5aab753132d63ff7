namespace HelpDesk.Email.Protocols.Tests.Listener;

public sealed class AddressTests
{
    [Theory]
    [InlineData("<>", "")]
    [InlineData("<ann@example.test>", "ann@example.test")]
    [InlineData(" <ann@example.test>", "ann@example.test")]
    [InlineData("<@a.test,@b.test:ann@example.test>", "ann@example.test")]
    [InlineData("<@a.test:ann@example.test>", "ann@example.test")]
    [InlineData("<\"ann\"@example.test>", "ann@example.test")]
    [InlineData("<\"a\\nn\"@example.test>", "ann@example.test")]
    [InlineData("<\"Ann Example\"@example.test>", "\"Ann Example\"@example.test")]
    [InlineData("<\"a>b\"@example.test>", "\"a>b\"@example.test")]
    [InlineData("<\"a\\\"b\\\\\"@example.test>", "\"a\\\"b\\\\\"@example.test")]
    [InlineData("<\"a@b\"@example.test>", "\"a@b\"@example.test")]
    [InlineData("<ann+tag=x@example.test>", "ann+tag=x@example.test")]
    [InlineData("<prvs=0123=ann@example.test>", "prvs=0123=ann@example.test")]
    [InlineData("<.ann..b.@docomo.test>", ".ann..b.@docomo.test")]
    [InlineData("<ann@[192.0.2.1]>", "ann@[192.0.2.1]")]
    [InlineData("<ann@[IPv6:2001:db8::1]>", "ann@[IPv6:2001:db8::1]")]
    [InlineData("<ann@localhost>", "ann@localhost")]
    [InlineData("<ann@my_host.test>", "ann@my_host.test")]
    [InlineData("<ann@example.test> BODY=8BITMIME SIZE=100", "ann@example.test")]
    [InlineData("<ann@example.test>  body=7bit ", "ann@example.test")]
    [InlineData("<ann@example.test> SMTPUTF8", "ann@example.test")]
    [InlineData("<ann@example.test> SMTPUTF8 body=8bitmime SMTPUTF8 BODY=8BITMIME", "ann@example.test")]
    public async Task A_sender_is_read_as_RFC_5321_writes_it(string path, string address)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: MAIL FROM:{path}
            S: 250 2.1.0 Sender OK
            C: RCPT TO:<support@help.test>
            S: 250 2.1.5 Recipient OK
            C: DATA
            S: 354 *
            C: .
            S: 250 *
            """);
        Assert.Equal(address, host.Intake.Single.ReversePath);
    }

    [Theory]
    [InlineData("FROM:")]
    [InlineData("FROM:ann@example.test")]
    [InlineData("FROM <ann@example.test>")]
    [InlineData("TO:<ann@example.test>")]
    [InlineData("FROM:<ann@example.test")]
    [InlineData("FROM:<ann>")]
    [InlineData("FROM:<ann@>")]
    [InlineData("FROM:<@example.test>")]
    [InlineData("FROM:<@example.test:>")]
    [InlineData("FROM:<@a.test@b.test:ann@example.test>")]
    [InlineData("FROM:< ann@example.test>")]
    [InlineData("FROM:<ann@example.test >")]
    [InlineData("FROM:<ann example@example.test>")]
    [InlineData("FROM:<ann@exa mple.test>")]
    [InlineData("FROM:<ann@example..test>")]
    [InlineData("FROM:<ann@.example.test>")]
    [InlineData("FROM:<ann@example.test.>")]
    [InlineData("FROM:<ann@[]>")]
    [InlineData("FROM:<ann@[192.0.2.1>")]
    [InlineData("FROM:<\"\"@example.test>")]
    [InlineData("FROM:<\"ann@example.test>")]
    [InlineData("FROM:<\"ann\\")]
    [InlineData("FROM:<\"a\"b@example.test>")]
    [InlineData("FROM:<a\"b\"@example.test>")]
    [InlineData("FROM:<a@b@example.test>")]
    [InlineData("FROM:<<ann@example.test>>")]
    [InlineData("FROM:<\u2028ann@example.test> SMTPUTF8")]
    [InlineData("FROM:<\u202Eann@example.test> SMTPUTF8")]
    [InlineData("FROM:<a\u0085nn@example.test> SMTPUTF8")]
    public async Task A_sender_that_two_servers_could_read_differently_is_refused(string argument)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: MAIL {argument}
            S: 501 5.1.7 Syntax: MAIL FROM:<local@domain>
            C: MAIL FROM:<ann@example.test>
            S: 250 2.1.0 Sender OK
            """);
    }

    [Fact]
    public async Task An_address_is_at_most_320_characters_long()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 50), 5));
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: MAIL FROM:<{new string('a', 320 - domain.Length)}@{domain}>
            S: 501 5.1.7 *
            C: MAIL FROM:<{new string('a', 319 - domain.Length)}@{domain}>
            S: 250 2.1.0 Sender OK
            """);
    }

    [Theory]
    [InlineData("<ann@example.test>SIZE=1", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> SIZE=1 SIZE=2", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> SIZE=1 size=2", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> SIZE", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> SIZE=", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> SIZE=-1", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> SIZE=1=1", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> =1", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> SMTPUTF8=yes", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> BODY=BINARYMIME", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> <bob@example.test>", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("<ann@example.test> RET=HDRS", "555 5.5.4 Parameter not recognized")]
    [InlineData("<ann@example.test> AUTH=<>", "555 5.5.4 Parameter not recognized")]
    public async Task A_parameter_that_is_wrong_or_not_offered_is_refused(string path, string answer)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: MAIL FROM:{path}
            S: {answer}
            C: MAIL FROM:<ann@example.test>
            S: 250 *
            C: RCPT TO:<support@help.test> NOTIFY=NEVER
            S: 555 5.5.4 Parameter not recognized
            """);
    }

    [Theory]
    [InlineData("<\"support\"@help.test>")]
    [InlineData("<@relay.test:support@help.test>")]
    [InlineData("<SUPPORT@HELP.TEST>")]
    public async Task A_recipient_is_found_however_it_is_written(string path)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: MAIL FROM:<>
            S: 250 2.1.0 Sender OK
            C: RCPT TO:{path}
            S: 250 2.1.5 Recipient OK
            """);
    }

    [Theory]
    [InlineData("<>")]
    [InlineData("<support>")]
    [InlineData("support@help.test")]
    [InlineData("<support@help.test")]
    [InlineData("")]
    public async Task A_recipient_without_an_address_is_refused(string path)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: MAIL FROM:<>
            S: 250 *
            C: RCPT TO:{path}
            S: 501 5.1.3 Syntax: RCPT TO:<local@domain>
            """);
    }

    [Theory]
    [InlineData("postmaster")]
    [InlineData("postmaster@help.test")]
    public async Task Postmaster_needs_no_domain(string address)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<>
            S: 250 *
            C: RCPT TO:<Postmaster>
            S: 550 5.1.1 No such mailbox here
            """);
        host.Intake.Addresses[address] = "support";
        await client.PlayAsync("""
            C: RCPT TO:<Postmaster>
            S: 250 2.1.5 Recipient OK
            """);
    }

    [Fact]
    public async Task An_address_beyond_ASCII_is_taken_only_after_SMTPUTF8()
    {
        await using var host = await ListenerHost.StartAsync();
        host.Intake.Addresses["hilfe@büro.test"] = "support";
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<jörg@example.test>
            S: 553 5.6.7 An address beyond ASCII needs SMTPUTF8
            C: MAIL FROM:<ann@example.test>
            S: 250 *
            C: RCPT TO:<hilfe@büro.test>
            S: 553 5.6.7 An address beyond ASCII needs SMTPUTF8
            C: RSET
            S: 250 *
            C: MAIL FROM:<jörg@例え.test> BODY=8BITMIME SMTPUTF8
            S: 250 2.1.0 Sender OK
            C: RCPT TO:<hilfe@büro.test>
            S: 250 2.1.5 Recipient OK
            C: DATA
            S: 354 *
            C: .
            S: 250 *
            """);
        Assert.Equal("jörg@例え.test", host.Intake.Single.ReversePath);
        Assert.Equal(["hilfe@büro.test"], host.Intake.Single.Recipients);
    }
}
