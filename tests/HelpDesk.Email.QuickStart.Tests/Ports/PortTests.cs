using HelpDesk.Email.QuickStart.Tests.Pages;
using HelpDesk.Email.QuickStart.Tests.Server;
using HelpDesk.Email.QuickStart.Tests.Smtp;

namespace HelpDesk.Email.QuickStart.Tests.Ports;

/// <summary>What it can be told at start, and how it says that it can't do it.</summary>
public sealed class PortTests : IDisposable
{
    private const int DefaultSmtpPort = 2525;
    private const int DefaultHttpPort = 5080;

    private readonly DataFolder _folder = new();

    [Fact]
    public async Task A_default_port_that_is_taken_gives_way_to_a_free_one()
    {
        // Where somebody else has one of them already, it is taken too.
        using var smtp = ServerPorts.TryOpen(DefaultSmtpPort);
        using var http = ServerPorts.TryOpen(DefaultHttpPort);
        await using var server = QuickStartProcess.Start("--data", _folder.Path);

        await server.TellsItsPortsAsync();

        Assert.NotEqual(DefaultSmtpPort, server.SmtpPort);
        Assert.NotEqual(DefaultHttpPort, server.HttpPort);
        await MailFlowsAsync(server);
    }

    [Theory]
    [InlineData("--smtp")]
    [InlineData("--http")]
    public async Task A_port_given_by_hand_that_is_taken_is_an_error_that_names_the_option(string option)
    {
        var port = ServerPorts.Free();
        using var taken = ServerPorts.TryOpen(port);
        var other = option == "--smtp" ? "--http" : "--smtp";
        await using var server = QuickStartProcess.Start("--data", _folder.Path, option, $"{port}", other, $"{ServerPorts.Free()}");

        await RefusesAsync(server, $"{option} {port}");
    }

    [Fact]
    public async Task One_port_for_both_is_an_error_that_names_the_option()
    {
        var port = ServerPorts.Free();
        await using var server = QuickStartProcess.Start("--data", _folder.Path, "--smtp", $"{port}", "--http", $"{port}");

        await RefusesAsync(server, $"--http {port}");
    }

    [Theory]
    [InlineData("70000")]
    [InlineData("-1")]
    public async Task A_port_that_is_none_is_an_error_that_names_the_option(string port)
    {
        await using var server = QuickStartProcess.Start("--data", _folder.Path, "--smtp", port);

        await RefusesAsync(server, $"--smtp {port}");
    }

    [Fact]
    public async Task A_word_that_is_no_number_is_an_error_that_names_the_option()
    {
        await using var server = QuickStartProcess.Start("--data", _folder.Path, "--http", "eighty");

        await RefusesAsync(server, "--http");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_an_error_that_names_the_option()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "not a folder");
        await using var server = QuickStartProcess.Start("--data", file, "--smtp", "0", "--http", "0");

        await RefusesAsync(server, "--data");
    }

    [Fact]
    public async Task A_database_that_can_not_be_opened_is_an_error_that_names_the_file()
    {
        Directory.CreateDirectory(_folder.Database);
        await using var server = QuickStartProcess.Start("--data", _folder.Path, "--smtp", "0", "--http", "0");

        await RefusesAsync(server, _folder.Database);
    }

    [Fact]
    public async Task A_data_folder_may_have_any_name()
    {
        var path = Path.Combine(_folder.Path, "Bücher; und \"mehr\"=all's");
        await using var server = QuickStartProcess.Start("--data", path, "--smtp", "0", "--http", "0");

        await server.TellsItsPortsAsync();
        await MailFlowsAsync(server);

        Assert.True(File.Exists(Path.Combine(path, "helpdesk.db")));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task RefusesAsync(QuickStartProcess server, string words)
    {
        await server.EndsAsync();
        Assert.Equal(1, server.ExitCode);
        Assert.Contains(words, server.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("The help desk is open.", server.Output, StringComparison.Ordinal);
    }

    private static async Task MailFlowsAsync(QuickStartProcess server)
    {
        var mail = new PlainMail("ann@example.test", "Is it open?", "Hello?");
        using var conversation = await SmtpConversation.OpenAsync(server.SmtpPort);
        Assert.Equal(250, (await conversation.SendAsync(mail.From, mail.ToOctets())).Code);
        using var site = new HelpDeskSite(server);
        await site.TicketAsync(mail.Subject);
    }
}
