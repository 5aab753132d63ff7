using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tests.Monitoring;

/// <summary>Mailboxes of kind <c>Scripted</c>: a test says what each look does. Safe on any thread.</summary>
internal sealed class ScriptedSource(TimeProvider time) : IMailboxSourceFactory
{
    private readonly List<DateTimeOffset> _looks = [];
    private readonly Lock _lock = new();
    private int _open;

    public string Kind => "Scripted";

    public AfterProcessing DefaultAction => AfterProcessing.Leave;

    /// <summary>What a look of a mailbox does: mails, or an exception.</summary>
    public Func<string, MailboxOptions, IEnumerable<ReceivedMail>> Look { get; set; } = (_, _) => [];

    /// <summary>What letting a connection go does.</summary>
    public Action LetGo { get; set; } = () => { };

    /// <summary>When there was a look.</summary>
    public IReadOnlyList<DateTimeOffset> Looks
    {
        get
        {
            lock (_lock)
            {
                return [.. _looks];
            }
        }
    }

    /// <summary>How many connections are open.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>How many were made.</summary>
    public int Made { get; private set; }

    public IEnumerable<string> Validate(MailboxOptions mailbox) => [];

    public IMailboxSource Create(string name, MailboxOptions mailbox)
    {
        Interlocked.Increment(ref _open);
        Made++;
        return new Source(this, name, mailbox, time);
    }

    private sealed class Source(ScriptedSource owner, string name, MailboxOptions mailbox, TimeProvider time) : IMailboxSource
    {
        public async IAsyncEnumerable<ReceivedMail> ReceiveAsync(MailboxCursor? cursor, ReceiveLimits limits, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            lock (owner._lock)
            {
                owner._looks.Add(time.GetUtcNow());
            }

            foreach (var mail in owner.Look(name, mailbox))
            {
                yield return mail;
            }

            await ValueTask.CompletedTask;
        }

        public ValueTask<MailboxCursor> SkipAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new MailboxCursor("skipped"));

        public ValueTask<IReadOnlyList<Acknowledgement>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken) => ValueTask.FromResult(mails);

        public async ValueTask<bool> WaitForMailAsync(TimeSpan atMost, CancellationToken cancellationToken)
        {
            await Task.Delay(atMost, time, cancellationToken);
            return false;
        }

        public ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new CheckReport(true, $"{name} can be read."));

        public ValueTask DisposeAsync()
        {
            Interlocked.Decrement(ref owner._open);
            owner.LetGo();
            return ValueTask.CompletedTask;
        }
    }
}
