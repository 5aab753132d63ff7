using System.Text.Json;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Cli.Tests.Erase;

/// <summary>Somebody asks to be forgotten.</summary>
[Trait("Feature", "BE-11")]
public sealed class EraseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_erased_and_the_store_knows_nothing_of_them_any_more()
    {
        using var folder = new TestFolder();
        var connection = $"Data Source={folder.At("helpdesk.db")}";
        string? ticket;
        await using (var desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.UseSqlite(connection), Token))
        {
            ticket = (await desk.DeliverAsync(HarnessMail.Of("From: Ann Nightingale <ann@secret.test>\nTo: support@helpdesk.test\nSubject: Zebrafish\nMessage-ID: <1@secret.test>\n\nIt smokes.\n"), Token)).Ticket;
        }

        var settings = folder.Write("appsettings.json", $$"""{ "ConnectionStrings": { "HelpDesk": {{JsonSerializer.Serialize(connection)}} } }""");
        Assert.Equal(2, (await Tool.RunAsync("erase", "ann@secret.test", "--settings", settings)).Code);
        Assert.Equal(2, (await Tool.RunAsync("erase", "ann", "--reason", "asked for", "--settings", settings)).Code);
        Assert.Equal(2, (await Tool.RunAsync("erase", "ann@secret.test", "--reason", " ", "--settings", settings)).Code);

        var erased = await Tool.RunAsync("erase", "Ann@Secret.test", "--reason", "asked for on paper", "--settings", settings);

        Assert.Equal((0, 1, 1), (erased.Code, erased.Line.GetProperty("tickets").GetInt32(), erased.Line.GetProperty("marks").GetArrayLength()));
        Assert.True(erased.Line.GetProperty("compacted").GetBoolean());
        var octets = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(folder.At("helpdesk.db"), Token));
        Assert.DoesNotContain("secret.test", octets, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Zebrafish", octets, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret.test", (await Tool.RunAsync("why", ticket!, "--settings", settings)).Out, StringComparison.Ordinal);

        var again = await Tool.RunAsync(isTerminal: true, "erase", "ann@secret.test", "--reason", "asked for again", "--settings", settings);
        Assert.StartsWith("erased: 0 mails, 0 outgoing mails, 0 tickets", again.Out, StringComparison.Ordinal);
    }
}
