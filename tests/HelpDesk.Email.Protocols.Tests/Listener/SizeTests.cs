using HelpDesk.Email.Configuration;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Tests.Listener;

public sealed class SizeTests
{
    [Theory]
    [InlineData("26214401")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    public async Task A_mail_that_is_announced_too_big_is_refused_at_once(string size)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: MAIL FROM:<ann@example.test> SIZE={size}
            S: 552 5.3.4 The mail is too big
            C: RCPT TO:<support@help.test>
            S: 503 *
            C: MAIL FROM:<ann@example.test> SIZE=26214400
            S: 250 *
            """);
        Assert.Contains(host.Log.Entries, entry => entry.Level == LogLevel.Warning && entry.Id.Name == "AnnouncedTooBig");
    }

    [Fact]
    public async Task A_mail_of_30_MB_is_answered_552_leaves_a_log_line_and_no_row_and_the_next_mail_flows()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            """);
        await SendMegabytesAsync(client, 30);
        await client.PlayAsync("""
            C: .
            S: 552 5.3.4 The mail is too big
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            C: small
            C: .
            S: 250 2.0.0 OK, stored as 1
            """);
        Assert.Equal("small\r\n", host.Intake.Single.Text);
        var line = Assert.Single(host.Log.Entries, entry => entry.Level == LogLevel.Warning);
        Assert.Contains("552", line.Text, StringComparison.Ordinal);
        Assert.Contains("Limits:MaxMailOctets", line.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "250 *")]
    [InlineData(11, "552 5.3.4 The mail is too big")]
    public async Task The_limit_counts_the_octets_of_the_mail_and_not_those_of_the_wire(int length, string answer)
    {
        await using var host = await ListenerHost.StartAsync(limits: new LimitsOptions { MaxMailOctets = 10 });

        // On the wire there are two more dots and the end.
        using var client = await host.PlayAsync($"""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            C: ..
            C: ..{new string('x', length - 6)}
            C: .
            S: {answer}
            """);
    }

    [Fact]
    public async Task A_mail_without_end_is_not_read_for_ever()
    {
        await using var host = await ListenerHost.StartAsync(limits: new LimitsOptions { MaxMailOctets = 1000 });
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            """);
        await SendMegabytesAsync(client, 101);
        await client.PlayAsync("""
            S: 552 5.3.4 The mail is too big
            S: (closed)
            """);
        Assert.Empty(host.Intake.Accepted);
    }

    [Fact]
    public async Task A_mail_that_is_thrown_away_holds_no_file()
    {
        using var spool = new Folder();
        await using var host = await ListenerHost.StartAsync(limits: new LimitsOptions { MaxMailOctets = 2 << 20 }, spool: spool);
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            """);
        await SendMegabytesAsync(client, 3);
        await client.PlayAsync("""
            C: .
            S: 552 *
            """);
        Assert.Empty(spool.Names);
    }

    [Fact]
    public async Task A_spool_that_cannot_be_written_is_a_reason_to_try_again_later()
    {
        using var spool = new Folder();
        await using var host = await ListenerHost.StartAsync(spool: spool);
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            """);
        Directory.Delete(spool.Path);
        await File.WriteAllTextAsync(spool.Path, "in the way");
        await SendMegabytesAsync(client, 2);
        await client.PlayAsync("""
            C: .
            S: 452 4.3.1 Not enough room for the mail, try again later
            C: NOOP
            S: 250 *
            """);
        Assert.Empty(host.Intake.Accepted);
        Assert.Contains(host.Log.Entries, entry => entry.Id.Name == "SpoolFailed");
        File.Delete(spool.Path);
        Directory.CreateDirectory(spool.Path);
    }

    private static async Task SendMegabytesAsync(SmtpScript client, int megabytes)
    {
        var megabyte = new byte[1 << 20];
        megabyte.AsSpan().Fill((byte)'x');
        for (var i = 1024; i < megabyte.Length; i += 1024)
        {
            "\r\n"u8.CopyTo(megabyte.AsSpan(i));
        }

        "\r\n"u8.CopyTo(megabyte.AsSpan(megabyte.Length - 2));
        for (var i = 0; i < megabytes; i++)
        {
            await client.SendAsync(megabyte);
        }
    }
}
