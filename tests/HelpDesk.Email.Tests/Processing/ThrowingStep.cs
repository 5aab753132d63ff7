using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tests.Processing;

/// <summary>A step of a host that fails on mails with a word in their subject, until it is mended.</summary>
internal sealed class ThrowingStep : IInboundStep
{
    public static AsyncLocal<Fault> Current { get; } = new();

    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var fault = Current.Value;
        if (fault is not null && context.Mail.Subject.Contains(fault.Word, StringComparison.Ordinal))
        {
            fault.Calls++;
            throw fault.IsTransient ? new StoreUnavailableException("the host's database is away") : new InvalidOperationException("the host's step is broken");
        }

        return ValueTask.FromResult(StepVerdict.Continue());
    }

    internal sealed class Fault(string word, bool isTransient)
    {
        public string Word { get; set; } = word;

        public bool IsTransient { get; } = isTransient;

        public int Calls { get; set; }
    }
}
