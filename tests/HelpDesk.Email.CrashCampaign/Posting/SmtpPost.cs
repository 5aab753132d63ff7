using System.Collections.Concurrent;
using System.Threading.Channels;
using HelpDesk.Email.CrashCampaign.Seeding;
using HelpDesk.Email.QuickStart.Tests.Smtp;

namespace HelpDesk.Email.CrashCampaign.Posting;

/// <summary>Hands mails to the listener of the help desk, each in the same octets again and again until it is accepted.</summary>
internal sealed class SmtpPost : IPost
{
    private const int Connections = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Channel<(Seed Seed, string To)> _mails = Channel.CreateUnbounded<(Seed, string)>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _accepted = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _port;
    private readonly Task _sending;
    private int _open;

    public SmtpPost(int port)
    {
        _port = port;
        _sending = Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => SendAsync()));
    }

    public bool IsDone => Volatile.Read(ref _open) == 0;

    public Task PostAsync(IEnumerable<Seed> seeds)
    {
        foreach (var seed in seeds)
        {
            string[] to = seed.IsCopied ? [Addresses.Support, Addresses.Sales] : seed.IsRepeated ? [Addresses.Support, Addresses.Support] : [Addresses.Support];
            foreach (var address in to)
            {
                Interlocked.Increment(ref _open);
                _mails.Writer.TryWrite((seed, address));
            }
        }

        return Task.CompletedTask;
    }

    public IEnumerable<string> Remains(IReadOnlyCollection<Seed> seeds) => [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private TaskCompletionSource Accepted(Seed seed) => _accepted.GetOrAdd(seed.MessageId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task SendAsync()
    {
        SmtpConversation? line = null;
        try
        {
            await foreach (var (seed, to) in _mails.Reader.ReadAllAsync(_stop.Token))
            {
                if (seed.Parent is { } parent)
                {
                    // Nobody answers what has not gone out.
                    await Accepted(parent).Task.WaitAsync(_stop.Token);
                }

                while (true)
                {
                    try
                    {
                        line ??= await SmtpConversation.OpenAsync(_port);
                        if ((await line.SendAsync(seed.From, seed.Octets(), to)).Code == 250)
                        {
                            break;
                        }
                    }
                    catch (Exception e) when (e is IOException or TimeoutException)
                    {
                        // The worker is gone, and nobody knows what became of the mail.
                        line?.Dispose();
                        line = null;
                    }

                    await Task.Delay(Pause, _stop.Token);
                }

                Accepted(seed).TrySetResult();
                Interlocked.Decrement(ref _open);
            }
        }
        finally
        {
            line?.Dispose();
        }
    }
}
