using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.PostgreSql.Tests.Engines;

/// <summary>Lets mail through, or holds it for as long as a test wants.</summary>
[StepDescription("Waits for the test.")]
internal sealed class GateStep : IInboundStep
{
    private volatile TaskCompletionSource _gate = Opened();
    private int _waiting;

    /// <summary>How many mails came here.</summary>
    public int Seen => Volatile.Read(ref _waiting);

    public void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _gate.TrySetResult();

    public async ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        await _gate.Task.WaitAsync(cancellationToken);
        return StepVerdict.Continue();
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }
}
