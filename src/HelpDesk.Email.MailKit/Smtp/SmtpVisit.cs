using HelpDesk.Email.MailKit.Connecting;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.MailKit.Smtp;

/// <summary>A connection to the server, logged in.</summary>
internal sealed class SmtpVisit : IAsyncDisposable
{
    private static readonly SmtpFailureReader Failures = new();
    private static readonly TimeSpan GoodbyeLimit = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _limit;

    private SmtpVisit(NotingSmtpClient client, ServerLine line, TimeSpan limit) => (Client, Line, _limit) = (client, line, limit);

    /// <summary>The client.</summary>
    public NotingSmtpClient Client { get; }

    /// <summary>The connection.</summary>
    public ServerLine Line { get; }

    /// <summary>Whether another mail can go over it, as far as is known without asking.</summary>
    public bool IsUsable => !Line.IsBroken && Client.IsConnected;

    /// <summary>Connects and logs in.</summary>
    /// <exception cref="MailProtocolException">The server can't be reached, or does not let us in.</exception>
    public static async ValueTask<SmtpVisit> BeginAsync(MailAccount account, string? clientName, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        var secret = await account.GetSecretAsync(cancellationToken).ConfigureAwait(false);
        var words = new ServerWords();
        var line = new ServerLine(Failures, account.Server, words, time, log);
        var access = new ServerAccess(account, line);
        var client = new NotingSmtpClient(words) { LocalDomain = clientName };
        try
        {
            await access.ConnectAsync(client, cancellationToken).ConfigureAwait(false);
            if (secret is not null)
            {
                await access.LoginAsync(client, secret, hasOwnCommand: false, cancellationToken).ConfigureAwait(false);
            }

            return new SmtpVisit(client, line, account.Options.Timeout);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Asks whether the server is still there.</summary>
    public ValueTask NoopAsync(CancellationToken cancellationToken) => Line.RunAsync("NOOP", _limit, token => Client.NoOpAsync(token), cancellationToken);

    /// <summary>Ends it, with a goodbye where it can still hear one: every mail has its answer already.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsUsable)
        {
            try
            {
                await Line.RunAsync("QUIT", GoodbyeLimit, token => Client.DisconnectAsync(quit: true, token), CancellationToken.None).ConfigureAwait(false);
            }
            catch (MailProtocolException)
            {
                // Whoever does not answer is left; the failure is in the log.
            }
        }

        Client.Dispose();
    }
}
