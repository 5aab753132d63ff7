using System.Collections.Concurrent;
using System.Text;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Tests.Listener;

/// <summary>An intake that keeps what it is given; what it shall do about it can be said.</summary>
internal sealed class FakeIntake : IMailIntake
{
    private long _rows;

    /// <summary>The mailbox that each address reaches.</summary>
    public Dictionary<string, string> Addresses { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["support@help.test"] = "support",
        ["help@help.test"] = "support",
        ["sales@help.test"] = "sales",
    };

    /// <summary>What happens before a mail is taken.</summary>
    public Func<IntakeRequest, CancellationToken, ValueTask> BeforeAccept { get; set; } = (_, _) => ValueTask.CompletedTask;

    public ConcurrentQueue<AcceptedMail> Accepted { get; } = new();

    public AcceptedMail Single => Assert.Single(Accepted);

    public string? FindMailbox(string address) =>
        address == "broken@help.test" ? throw new InvalidOperationException("The catalog is broken.") : Addresses.GetValueOrDefault(address);

    public async ValueTask<IReadOnlyList<long>> AcceptAsync(IntakeRequest request, CancellationToken cancellationToken)
    {
        await BeforeAccept(request, cancellationToken);
        using var octets = new MemoryStream();
        using (var stream = request.Content.OpenRead())
        {
            await stream.CopyToAsync(octets, cancellationToken);
        }

        Accepted.Enqueue(new AcceptedMail(request.Mailboxes, request.ReversePath, request.EnvelopeRecipients, octets.ToArray(), request.Content.TryGetMemory(out _)));
        return [.. request.Mailboxes.Select(_ => Interlocked.Increment(ref _rows))];
    }

    internal sealed record AcceptedMail(IReadOnlyList<string> Mailboxes, string? ReversePath, IReadOnlyList<string> Recipients, byte[] Octets, bool InMemory)
    {
        public string Text => Encoding.Latin1.GetString(Octets);
    }
}
