using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Benchmarks.Desks;

/// <summary>Mailboxes in memory, into which mails are put. One whose name begins with <c>slow</c> never comes to the end of a look.</summary>
internal sealed class PostedMailboxes : IMailboxSourceFactory
{
    private readonly ConcurrentDictionary<string, Source> _sources = new(StringComparer.Ordinal);

    public string Kind => "Posted";

    public AfterProcessing DefaultAction => AfterProcessing.MarkRead;

    public IEnumerable<string> Validate(MailboxOptions mailbox) => [];

    public IMailboxSource Create(string name, MailboxOptions mailbox) => Of(name);

    /// <summary>Puts a mail into a mailbox.</summary>
    public void Post(string mailbox, byte[] octets) => Of(mailbox).Mails.Enqueue(octets);

    /// <summary>Lets all mailboxes know, which wait for mail.</summary>
    public void Ring()
    {
        foreach (var source in _sources.Values)
        {
            source.News.Release();
        }
    }

    private Source Of(string name) => _sources.GetOrAdd(name, static key => new Source(key.StartsWith("slow", StringComparison.Ordinal)));

    private sealed class Source(bool isSlow) : IMailboxSource
    {
        private int _number;

        public ConcurrentQueue<byte[]> Mails { get; } = new();

        public SemaphoreSlim News { get; } = new(0);

        public async IAsyncEnumerable<ReceivedMail> ReceiveAsync(MailboxCursor? cursor, ReceiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            if (isSlow)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            while (Mails.TryDequeue(out var octets))
            {
                yield return new ReceivedMail(new MailReceipt(string.Create(CultureInfo.InvariantCulture, $"uid:1:{++_number}")), MailContent.FromOctets(octets));
            }
        }

        public ValueTask<MailboxCursor> SkipAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new MailboxCursor("0"));

        public ValueTask<IReadOnlyList<Acknowledgement>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken) => ValueTask.FromResult(mails);

        public async ValueTask<bool> WaitForMailAsync(TimeSpan atMost, CancellationToken cancellationToken) => await News.WaitAsync(atMost, cancellationToken);

        public ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new CheckReport(true, "in memory"));

        // It stays: the loop of a mailbox makes it anew after a failure, and the mails are still there.
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
