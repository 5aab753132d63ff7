using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Protocols.Smtp;
using HelpDesk.Email.Protocols.Tests.Transcripts;

namespace HelpDesk.Email.Protocols.Tests.Smtp;

/// <summary>An SMTP transport, or a connection alone, against a transcript.</summary>
internal sealed class SmtpTrial : IAsyncDisposable
{
    /// <summary>The beginning of most conversations.</summary>
    public const string Greeted = """
        S: 220 mx.helpdesk.test ESMTP
        C: EHLO *
        S: 250-mx.helpdesk.test
        S: 250-PIPELINING
        S: 250-SIZE 1000
        S: 250-8BITMIME
        S: 250-ENHANCEDSTATUSCODES
        S: 250 AUTH PLAIN LOGIN

        """;

    /// <summary>The same, of a server that wants one command at a time.</summary>
    public const string GreetedSlowly = """
        S: 220 mx.helpdesk.test ESMTP
        C: EHLO *
        S: 250 mx.helpdesk.test

        """;

    /// <summary>One mail to Ann up to the question for its octets.</summary>
    public const string Offered = Greeted + """
        C: MAIL FROM:<support@helpdesk.test> SIZE=13 BODY=8BITMIME
        C: RCPT TO:<ann@example.test>
        C: DATA
        S: 250 2.1.0 ok
        S: 250 2.1.5 ok
        S: 354 go on

        """;

    public const string Octets = "C~ a: b\\r\\n\\r\\ncde\\r\\n.\\r\\n\n";

    private readonly SmtpTransport _transport;

    private SmtpTrial(TranscriptServer server, OutgoingAccountOptions options, ICredentialProvider? secrets)
    {
        Server = server;
        options.Host = "127.0.0.1";
        options.Port = server.Port;
        options.Encryption = MailEncryption.None;
        _transport = new SmtpTransport(new MailAccount("Outgoing:default", options, _ => 25, secrets), options.ClientName, Time, Log);
    }

    public TranscriptServer Server { get; }

    public ManualTime Time { get; } = new();

    public RecordingLogger<SmtpTransport> Log { get; } = new();

    public IOutboundTransport Transport => _transport;

    public static SmtpTrial Start(string transcript, OutgoingAccountOptions? options = null, int pieceLength = 0, ICredentialProvider? secrets = null) =>
        new(TranscriptServer.Start(transcript, pieceLength: pieceLength), options ?? new OutgoingAccountOptions(), secrets);

    public static OutboundMail Mail(string text = "a: b\r\n\r\ncde\r\n", params string[] to) =>
        new("<1@helpdesk.test>", "support@helpdesk.test", to.Length == 0 ? ["ann@example.test"] : to, MailContent.FromOctets(System.Text.Encoding.UTF8.GetBytes(text)));

    public async Task<DeliveryResult> SendAsync(OutboundMail? mail = null) => await _transport.SendAsync(mail ?? Mail(), CancellationToken.None);

    /// <summary>Sends, and moves the clock once the server is silent until the transport gives up.</summary>
    public async Task<DeliveryResult> SendIntoSilenceAsync()
    {
        var sending = SendAsync();
        await Server.OutlastAsync(Time, sending);
        return await sending;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _transport.DisposeAsync();
        foreach (var (_, _, text) in Log.Entries)
        {
            Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("AGFubgBzZWNyZXQ", text, StringComparison.Ordinal);
        }
    }
}
