using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Tests.Processing;

/// <summary>A step of a host that does not come to an end on mails with a word in their subject.</summary>
internal sealed class HangingStep : IInboundStep
{
    public static AsyncLocal<Fault> Current { get; } = new();

    public async ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        if (Current.Value is { } fault && context.Mail.Subject.Contains("poison", StringComparison.Ordinal))
        {
            fault.Calls++;
            fault.Entered.Release();
            switch (fault.Kind)
            {
                case HangKind.Obeys:
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                    break;
                case HangKind.KeepsItsThread:
                    // What hosts do: wait for something that never comes, and look at no token.
                    fault.Released.Wait(CancellationToken.None);
                    break;
                case HangKind.TakesAllMemory:
                    throw new InsufficientMemoryException("taken");
                default:
                    break;
            }
        }

        return StepVerdict.Continue();
    }

    internal enum HangKind
    {
        Mended,
        Obeys,
        KeepsItsThread,
        TakesAllMemory,
    }

    internal sealed class Fault(HangKind kind)
    {
        public HangKind Kind { get; set; } = kind;

        public int Calls { get; set; }

        public SemaphoreSlim Entered { get; } = new(0);

        public ManualResetEventSlim Released { get; } = new();
    }
}
