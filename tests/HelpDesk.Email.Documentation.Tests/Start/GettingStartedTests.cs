using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using HelpDesk.Email.Documentation.Tests.Sources;

namespace HelpDesk.Email.Documentation.Tests.Start;

/// <summary>docs/getting-started.md, walked from its beginning to its end.</summary>
public sealed partial class GettingStartedTests
{
    private const string Mail = """
        From: Ann <ann@example.test>
        To: support@helpdesk.test
        Subject: My printer smokes
        Message-ID: <1@example.test>

        It began this morning. Please help.
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_makes_the_first_ticket_and_an_answer_goes_out()
    {
        await using var app = await GettingStartedApp.StartAsync(Token);

        await SmtpConversation.SendAsync(app.SmtpPort, "ann@example.test", "support@helpdesk.test", Mail, Token);
        await app.WaitForAsync(Waiting(), Token);
        await app.WaitForAsync(Sent(1), Token);
        var tickets = await app.Http.GetStringAsync("tickets", Token);
        var entries = await app.Http.GetStringAsync("tickets/1000", Token);

        Assert.Equal("""[{"number":"1000","subject":"My printer smokes","status":"New"}]""", tickets);
        Assert.Equal("""[{"from":"ann@example.test","text":"It began this morning. Please help."}]""", entries);

        var answer = await app.Http.PostAsJsonAsync("tickets/1000/answers", new { Id = Guid.NewGuid(), Text = "Pull the plug." }, Token);
        await app.WaitForAsync(Sent(2), Token);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var mails = app.Folder.GetDirectories("outbox").Single().GetFiles("*.eml").Select(file => File.ReadAllText(file.FullName)).ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Contains("In-Reply-To: <1@example.test>", mail, StringComparison.Ordinal));
        Assert.Single(mails, mail => mail.Contains("Pull the plug.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lines_of_Python_send_the_mail()
    {
        var script = (await Source.FindAsync("GettingStarted/send.py", Token))!;
        await using var app = await GettingStartedApp.StartAsync(Token);
        using var python = StartPython(script.Replace("2525", app.SmtpPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        await python.WaitForExitAsync(Token);

        Assert.Equal(0, python.ExitCode);
        await app.WaitForAsync(Waiting(), Token);
    }

    private static Process StartPython(string script)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3") { ArgumentList = { "-c", script } })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no python3 on this machine; install it to have the script of the page run.");
            throw;
        }
    }

    private static Regex Sent(int row) => new($@"Outbox row {row}: 1 recipients accepted", RegexOptions.CultureInvariant);

    [GeneratedRegex("ticket 1000 is waiting for somebody", RegexOptions.CultureInvariant)]
    private static partial Regex Waiting();
}
