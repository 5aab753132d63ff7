using System.Collections.Concurrent;
using System.Net;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Listener;
using HelpDesk.Email.Protocols.Smtp;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Protocols.Tests.Loops;

/// <summary>A relay between domains: a real SMTP listener that hands each mail on to whoever has its recipient, over SMTP or by hand.</summary>
/// <param name="rewrite">What becomes of a mail on the way.</param>
internal sealed class PostOffice(Func<PostedMail, PostedMail> rewrite) : IMailIntake, IAsyncDisposable
{
    private readonly SmtpListener _listener = new(
        new SmtpListenerOptions { Port = 0, HostName = "relay.test" }, new LimitsOptions(), TimeProvider.System, NullLogger<SmtpListener>.Instance);

    private readonly ConcurrentDictionary<string, IOutboundTransport> _desks = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Func<PostedMail, ValueTask>> _robots = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<PostedMail> _posted = new();

    /// <summary>Every mail that was handed to it, as it went on.</summary>
    public IReadOnlyList<PostedMail> Posted => [.. _posted];

    public int Port => ((IPEndPoint)_listener.EndPoint!).Port;

    public Task OpenAsync() => _listener.StartAsync(this, CancellationToken.None);

    /// <summary>Mail to an address goes to a desk's own listener.</summary>
    public void Deliver(string address, int port) => _desks[address] =
        new SmtpTransportFactory(null, TimeProvider.System, NullLogger<SmtpTransport>.Instance).Create(
            address, new OutgoingAccountOptions { Kind = "Smtp", Host = "127.0.0.1", Port = port, Encryption = MailEncryption.None });

    /// <summary>Mail to an address is answered by a program.</summary>
    public void Deliver(string address, Func<PostedMail, ValueTask> robot) => _robots[address] = robot;

    public string? FindMailbox(string address) => _desks.ContainsKey(address) || _robots.ContainsKey(address) ? address : null;

    public async ValueTask<IReadOnlyList<long>> AcceptAsync(IntakeRequest request, CancellationToken cancellationToken)
    {
        using var octets = new MemoryStream();
        using (var stream = request.Content.OpenRead())
        {
            await stream.CopyToAsync(octets, cancellationToken);
        }

        foreach (var recipient in request.EnvelopeRecipients)
        {
            await PostAsync(new PostedMail(request.ReversePath ?? string.Empty, recipient, System.Text.Encoding.Latin1.GetString(octets.ToArray())), cancellationToken);
        }

        return [1];
    }

    /// <summary>Hands a mail on.</summary>
    public async ValueTask PostAsync(PostedMail mail, CancellationToken cancellationToken)
    {
        mail = rewrite(mail);
        _posted.Enqueue(mail);
        if (_robots.TryGetValue(mail.Recipient, out var robot))
        {
            await robot(mail);
            return;
        }

        using var content = MailContent.FromOctets(System.Text.Encoding.Latin1.GetBytes(mail.Text));
        var result = await _desks[mail.Recipient].SendAsync(new OutboundMail("<posted@relay.test>", mail.ReversePath, [mail.Recipient], content), cancellationToken);
        Assert.Equal(RecipientStatus.Accepted, Assert.Single(result.Recipients).Status);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in _desks.Values)
        {
            await desk.DisposeAsync();
        }

        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await _listener.StopAsync(guard.Token);
    }
}
