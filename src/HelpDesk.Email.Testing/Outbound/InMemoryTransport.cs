using System.Collections.Concurrent;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Outbound;

/// <summary>Keeps what is sent: the transport, and the factory, of <c>Kind</c> <c>Memory</c>. Safe on any thread.</summary>
public sealed class InMemoryTransport : IOutboundTransport, IOutboundTransportFactory
{
    private readonly ConcurrentQueue<SentMail> _sent = new();

    /// <summary>What was accepted, in order.</summary>
    public IReadOnlyList<SentMail> Sent => [.. _sent];

    /// <summary>What is answered to a mail instead of taking it; <see langword="null"/> from it takes the mail.</summary>
    public Func<OutboundMail, DeliveryResult?> Answer { get; set; } = _ => null;

    /// <inheritdoc/>
    public string Kind => "Memory";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(OutgoingAccountOptions account) => [];

    /// <inheritdoc/>
    public IOutboundTransport Create(string name, OutgoingAccountOptions account) => this;

    /// <inheritdoc/>
    public async ValueTask<DeliveryResult> SendAsync(OutboundMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
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

    /// <inheritdoc/>
    public ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CheckReport(true, "A transport in memory always takes mail."));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
