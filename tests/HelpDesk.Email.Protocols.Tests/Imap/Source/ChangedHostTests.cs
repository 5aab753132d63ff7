using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Imap.Source;
using HelpDesk.Email.Protocols.Tests.Sources;
using HelpDesk.Email.Protocols.Tests.Transcripts;

namespace HelpDesk.Email.Protocols.Tests.Imap.Source;

/// <summary>A secret belongs to a server: another one gets it only from whoever knows that it may.</summary>
public sealed class ChangedHostTests
{
    [Fact]
    public async Task CVE_2025_53008_a_changed_server_gets_no_secret_of_the_one_before()
    {
        var secrets = new OneServersSecret("127.0.0.1");
        await using var trial = SourceTrial.Imap(ImapTrial.Opened.Replace("SELECT", "EXAMINE", StringComparison.Ordinal), new MailboxOptions(), secrets);
        Assert.True((await trial.Source.CheckAsync(CancellationToken.None)).Succeeded);

        // The same mailbox, asked of another server: the provider hears its name, and what it does not give is not sent.
        await using var stranger = TranscriptServer.Start("S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\nsilence");
        var changed = new MailboxOptions { Host = "localhost", Port = stranger.Port, Encryption = MailEncryption.None, UserName = "ann" };
        await using var source = trial.Factory.Create("support", changed);
        var check = await source.CheckAsync(CancellationToken.None);

        Assert.False(check.Succeeded);
        Assert.Equal(["127.0.0.1", "localhost"], secrets.Asked.Distinct());
        Assert.Empty(stranger.Said);
    }

    private sealed class OneServersSecret(string host) : ICredentialProvider
    {
        public List<string> Asked { get; } = [];

        public ValueTask<string?> GetSecretAsync(CredentialRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request.Host);
            return ValueTask.FromResult(request.Host == host ? "secret" : null);
        }
    }
}
