using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace HelpDesk.Email.Cli.Tests.Check;

/// <summary>Are my settings right?</summary>
public sealed class CheckTests
{
    [Fact]
    [Trait("Feature", "IN-10")]
    public async Task Each_connection_has_a_line_that_says_how_it_is()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.At("in"));
        var settings = Settings(folder, $$"""
            "Mailboxes": { "support": { "Address": "support@helpdesk.test", "Kind": "DropFolder", "Folder": {{Quoted(folder.At("in"))}} } },
            "Outgoing": {
              "away": { "Kind": "Smtp", "Host": "127.0.0.1", "Port": {{ClosedPort()}}, "Encryption": "None" },
              "default": { "Kind": "Pickup", "Folder": {{Quoted(folder.At("out"))}} },
              "lost": { "Kind": "Smtp", "Host": "mail.nowhere.invalid" }
            }
            """);

        var run = await Tool.RunAsync("check", "--settings", settings);

        Assert.Equal(1, run.Code);
        Assert.Equal(
            ["incoming support true ", "outgoing away false connectionRefused", "outgoing default true ", "outgoing lost false nameNotFound"],
            run.Lines.Select(line => $"{line.Text("direction")} {line.Text("name")} {line.GetProperty("ok").GetRawText()} {line.Text("failure")}"));
        Assert.All(run.Lines, line => Assert.NotEmpty(line.Text("message")!));
    }

    [Fact]
    [Trait("Feature", "OU-06")]
    public async Task A_test_message_is_sent_at_once()
    {
        using var folder = new TestFolder();
        var settings = Settings(folder, $$"""
            "Outgoing": { "default": { "Kind": "Pickup", "Folder": {{Quoted(folder.At("out"))}}, "From": "support@helpdesk.test" } }
            """);

        var run = await Tool.RunAsync("send-test", "--settings", settings, "--to", "ann@example.test");

        Assert.Equal(0, run.Code);
        Assert.True(run.Line.GetProperty("ok").GetBoolean());
        var mail = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder.At("out"))), TestContext.Current.CancellationToken);
        Assert.Contains("To: ann@example.test", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "OU-06")]
    public async Task A_test_message_that_reaches_no_server_says_why_in_one_word()
    {
        using var folder = new TestFolder();
        var settings = Settings(folder, $$"""
            "Outgoing": { "default": { "Kind": "Smtp", "Host": "127.0.0.1", "Port": {{ClosedPort()}}, "Encryption": "None", "From": "support@helpdesk.test" } }
            """);

        var run = await Tool.RunAsync("send-test", "--settings", settings, "--to", "ann@example.test");

        Assert.Equal(1, run.Code);
        Assert.Equal("connectionRefused", run.Line.Text("failure"));
        Assert.NotEmpty(run.Line.Text("message")!);
    }

    [Fact]
    public async Task An_account_that_has_no_address_says_so()
    {
        using var folder = new TestFolder();
        var settings = Settings(folder, $$"""
            "Outgoing": { "default": { "Kind": "Pickup", "Folder": {{Quoted(folder.At("out"))}} } }
            """);

        var run = await Tool.RunAsync("send-test", "--settings", settings, "--to", "ann@example.test");

        Assert.Equal(1, run.Code);
        Assert.Contains("HelpDeskEmail:Outgoing:default:From", run.Line.Text("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Outgoing\": { \"default\": { \"Kind\": \"Smtp\" } }", "HelpDeskEmail:Outgoing:default:Host")]
    [InlineData("\"Outgoing\": { \"default\": { \"Kind\": \"Smtp\", \"Host\": \"a.test\", \"Port\": 70000 } }", "HelpDeskEmail:Outgoing:default:Port")]
    [InlineData("\"Outgoing\": { \"default\": { \"Kind\": \"Smtp\", \"Host\": \"a.test\", \"PinnedCertificate\": \"x\" } }", "HelpDeskEmail:Outgoing:default:PinnedCertificate")]
    [InlineData("\"Outgoing\": { \"default\": { \"Kind\": \"Smtp\", \"Host\": \"a.test\", \"Password\": \"secret\" } }", "HelpDeskEmail:Outgoing:default:Password")]
    [InlineData("\"Outgoing\": { \"default\": { \"Kind\": \"Fax\" } }", "HelpDeskEmail:Outgoing:default:Kind")]
    public async Task Settings_that_are_wrong_name_the_key(string section, string key)
    {
        using var folder = new TestFolder();

        var run = await Tool.RunAsync("check", "--settings", Settings(folder, section));

        Assert.Equal(2, run.Code);
        Assert.Contains(key, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    private static string Settings(TestFolder folder, string section) => folder.Write("appsettings.json", $$"""{ "HelpDeskEmail": { {{section}} } }""");

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
