using System.Text;
using AcmeDesk;
using AcmeDesk.Tickets;
using HelpDesk.Email.Links;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Tickets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.AcmeDesk.Tests;

/// <summary>Acme Desk on ports and in a folder of its own, as its one command starts it.</summary>
public sealed class RunningAcme : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("acmedesk-");
    private WebApplication? _app;

    internal static CancellationToken Token => TestContext.Current.CancellationToken;

    internal WebApplication App => _app ?? throw new InvalidOperationException("It is not started.");

    internal AcmeTicketStore Tickets => App.Services.GetRequiredService<AcmeTicketStore>();

    internal string Url { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        var (http, smtp) = (ServerPorts.Free(), ServerPorts.Free());
        Url = $"http://127.0.0.1:{http}";
        _app = AcmeHost.Build([$"--Acme:Data={_folder.FullName}", $"--Acme:Http={http}", $"--Acme:Smtp={smtp}"]);
        await AcmeHost.KnowAgentsAsync(_app.Services, CancellationToken.None);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>A mail comes in.</summary>
    internal async Task SendAsync(string from, string subject, string? cc = null, string mailbox = "support")
    {
        var mail = $"From: {from}\r\nTo: {mailbox}@acme.test\r\n{(cc is null ? string.Empty : $"Cc: {cc}\r\n")}Subject: {subject}\r\n"
            + $"Message-ID: <{Guid.NewGuid():N}@example.test>\r\n\r\nPlease help.\r\n";
        await App.Services.GetRequiredService<IMailIntake>().AcceptAsync(
            new IntakeRequest([mailbox], MailContent.FromOctets(Encoding.UTF8.GetBytes(mail))) { ReversePath = from, EnvelopeRecipients = [$"{mailbox}@acme.test"] }, Token);
    }

    /// <summary>A mail comes in; the ticket that it makes.</summary>
    internal async Task<TicketSnapshot> MailAsync(string from, string subject, string? cc = null, string mailbox = "support")
    {
        await SendAsync(from, subject, cc, mailbox);
        return await GetAsync(() => FindAsync(ticket => ticket.Subject == subject), $"a ticket '{subject}'");
    }

    /// <summary>The ticket once it is so.</summary>
    internal Task<TicketSnapshot> TicketAsync(string number, Func<TicketSnapshot, bool> isSo) =>
        GetAsync(() => FindAsync(ticket => ticket.Number == number && isSo(ticket)), $"the change of ticket {number}");

    /// <summary>The links of a mail to somebody.</summary>
    internal async Task<TicketLinkSet> LinksAsync(string number, string person) =>
        await App.Services.GetRequiredService<ITicketLinks>().CreateAsync((await Tickets.FindAsync(TicketLookup.Of(number), Token))[0], [EmailAddress.Create(person)], Token);

    /// <summary>The text of the first outgoing mail that has some words.</summary>
    internal Task<string> OutgoingAsync(params string[] words) => GetAsync(
        () =>
        {
            var outbox = Path.Combine(_folder.FullName, "outbox");
            var mails = Directory.Exists(outbox) ? Directory.EnumerateFiles(outbox, "*.eml").Select(File.ReadAllText) : [];
            return Task.FromResult(mails.FirstOrDefault(mail => words.All(word => mail.Contains(word, StringComparison.OrdinalIgnoreCase))));
        },
        $"a mail with {string.Join(", ", words)}");

    /// <summary>The link of a mail as it went out, read from its text part.</summary>
    internal static string LinkIn(string mail, string word)
    {
        // Quoted-printable breaks lines with an equals sign at their end.
        var text = mail.Replace("=\r\n", string.Empty, StringComparison.Ordinal);
        var at = text.IndexOf($"/mail-links/{word}/", StringComparison.Ordinal);
        Assert.True(at > 0, $"There is no link to {word} in\n{mail}");
        var start = text.LastIndexOf("http", at, StringComparison.Ordinal);
        return string.Concat(text[start..].TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '/' or '.' or '-'));
    }

    private async Task<TicketSnapshot?> FindAsync(Func<TicketSnapshot, bool> isIt)
    {
        await foreach (var ticket in Tickets.ListAsync(100, Token))
        {
            if (isIt(ticket))
            {
                return ticket;
            }
        }

        return null;
    }

    private static async Task<T> GetAsync<T>(Func<Task<T?>> ask, string what)
        where T : class
    {
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(Token);
        guard.CancelAfter(Guard);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!guard.IsCancellationRequested)
        {
            if (await ask() is { } found)
            {
                return found;
            }

            await tick.WaitForNextTickAsync(Token);
        }

        throw new TimeoutException($"{what} did not come within {Guard.TotalSeconds} s.");
    }
}
