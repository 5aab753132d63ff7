using System.Net.Sockets;
using System.Threading.Channels;
using HelpDesk.Email.QuickStart.Tests.Smtp;

namespace HelpDesk.Email.QuickStart.Tests.Load;

/// <summary>Sends the mails of a plan by several connections at once, each mail in the same octets again and again until it is accepted.</summary>
internal sealed class RetryingClient : IDisposable
{
    private const int Connections = 8;
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(10);

    private readonly MailPlan _plan;
    private readonly int[] _ports;
    private readonly Channel<PlannedMail> _ready = Channel.CreateUnbounded<PlannedMail>();
    private readonly SemaphoreSlim _allowed = new(0);
    private readonly HashSet<int> _out = [];
    private int _accepted;
    private int _failures;

    /// <summary>Makes a client; it sends nothing before it is allowed to.</summary>
    /// <param name="plan">What to send.</param>
    /// <param name="ports">Where to; the connections are shared out among them.</param>
    public RetryingClient(MailPlan plan, params int[] ports)
    {
        _plan = plan;
        _ports = ports;
        foreach (var mail in plan.Mails.Where(mail => !mail.IsReply))
        {
            Enqueue(mail);
        }
    }

    /// <summary>How many mails were accepted, each copy counted.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>How often a mail had to be sent again.</summary>
    public int Failures => Volatile.Read(ref _failures);

    /// <summary>Lets the client have a number of further mails accepted.</summary>
    public void Allow(int mails) => _allowed.Release(mails);

    /// <summary>Sends until all is accepted.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(number => SendAsync(_ports[number % _ports.Length], cancellationToken)));

    public void Dispose() => _allowed.Dispose();

    private async Task SendAsync(int port, CancellationToken cancellationToken)
    {
        SmtpConversation? conversation = null;
        try
        {
            await foreach (var mail in _ready.Reader.ReadAllAsync(cancellationToken))
            {
                await _allowed.WaitAsync(cancellationToken);
                while (true)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    try
                    {
                        conversation ??= await SmtpConversation.OpenAsync(port);
                        var answer = await conversation.SendAsync(mail.Mail.From, mail.Octets);
                        if (answer.Code == 250)
                        {
                            break;
                        }
                    }
                    catch (Exception e) when (e is IOException or SocketException or TimeoutException)
                    {
                        // The server is away; what became of the mail nobody knows.
                        conversation?.Dispose();
                        conversation = null;
                    }

                    Interlocked.Increment(ref _failures);
                    await Task.Delay(PauseAfterFailure, cancellationToken);
                }

                IsAccepted(mail);
            }
        }
        finally
        {
            conversation?.Dispose();
        }
    }

    private void IsAccepted(PlannedMail mail)
    {
        lock (_out)
        {
            if (_out.Add(mail.Number))
            {
                foreach (var answer in _plan.Answers[mail.Mail.MessageId])
                {
                    Enqueue(answer);
                }
            }
        }

        if (Interlocked.Increment(ref _accepted) == _plan.Deliveries)
        {
            _ready.Writer.Complete();
        }
    }

    private void Enqueue(PlannedMail mail)
    {
        for (var copy = 0; copy < mail.Copies; copy++)
        {
            Assert.True(_ready.Writer.TryWrite(mail));
        }
    }
}
