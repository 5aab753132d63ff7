using System.Collections.Concurrent;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Outbound;

/// <summary>Keeps what is sent: the transport, and the factory, of <c>Kind</c> <c>Memory</c>. Safe on any thread.</summary>
/// <remarks>Transports that it makes keep their mail here, and each is disposed for itself.</remarks>
public sealed class InMemoryTransport : IOutboundTransport, IOutboundTransportFactory
{
    private readonly ConcurrentQueue<SentMail> _sent = new();
    private volatile bool _isDisposed;

    /// <summary>What was accepted, in order.</summary>
    public IReadOnlyList<SentMail> Sent => [.. _sent];

    /// <summary>What is answered to a mail instead of taking it; <see langword="null"/> from it takes the mail.</summary>
    public Func<OutboundMail, DeliveryResult?> Answer { get; set; } = _ => null;

    /// <summary>Why the channel is closed: every mail is answered with it, and checks fail. <see langword="null"/> while it is open.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public ChannelFailure? Closed { get; set; }

    /// <inheritdoc/>
    public string Kind => "Memory";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(OutgoingAccountOptions account) => [];

    /// <inheritdoc/>
    public IOutboundTransport Create(string name, OutgoingAccountOptions account) => new InMemoryAccount(this);

    /// <inheritdoc/>
    public ValueTask<DeliveryResult> SendAsync(OutboundMail mail, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return TakeAsync(mail, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Closed is { } closed ? new CheckReport(false, closed.Reason) : new CheckReport(true, "A transport in memory always takes mail."));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes a mail, or answers it as it was told to.</summary>
    internal async ValueTask<DeliveryResult> TakeAsync(OutboundMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (mail.Recipients.Count == 0)
        {
            throw new ArgumentException("A mail needs a recipient.", nameof(mail));
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (Closed is { } closed)
        {
            return new DeliveryResult([]) { Channel = closed };
        }

        var answer = Answer(mail) ?? DeliveryResult.ForAll(mail, RecipientStatus.Accepted);
        var accepted = answer.Recipients.Where(recipient => recipient.Status == RecipientStatus.Accepted).Select(recipient => recipient.Address).ToList();
        if (accepted.Count > 0)
        {
            using var octets = new MemoryStream();
            var content = mail.Content.OpenRead();
            await using (content.ConfigureAwait(false))
            {
                await content.CopyToAsync(octets, cancellationToken).ConfigureAwait(false);
            }

            _sent.Enqueue(new SentMail(mail.MessageId, mail.ReversePath, accepted, octets.ToArray()));
        }

        return answer;
    }
}
