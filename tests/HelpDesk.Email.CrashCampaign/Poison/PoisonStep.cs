using HelpDesk.Email.Inbound;
using Microsoft.Extensions.Configuration;

namespace HelpDesk.Email.CrashCampaign.Poison;

/// <summary>A step of a host that is broken: mails with a marker in their subject do it harm, until the settings switch it off.</summary>
[StepDescription("Looks for a word that does it harm.")]
internal sealed class PoisonStep(IConfiguration configuration) : IInboundStep
{
    /// <summary>Begins the word in a subject that does harm; the kind follows.</summary>
    public const string Marker = "poison-";

    private readonly bool _isOn = configuration["Poison:On"] == "true";
    private readonly string? _diary = configuration["Poison:Diary"];

    public async ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var subject = context.Mail.Subject;
        var at = subject.IndexOf(Marker, StringComparison.Ordinal);
        if (!_isOn || at < 0)
        {
            return StepVerdict.Continue();
        }

        // What is in the page cache outlives the process.
        await File.AppendAllTextAsync(_diary!, $"{context.Mail.MessageId}\n", CancellationToken.None);
        switch (Enum.Parse<PoisonKind>(subject.AsSpan(at + Marker.Length)))
        {
            case PoisonKind.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                break;
            case PoisonKind.Spin:
                Thread.Sleep(Timeout.Infinite);
                break;
            case PoisonKind.Recurse:
                Recurse(subject, 0);
                break;
            case PoisonKind.Allocate:
                var taken = new List<byte[]>();
                for (var i = 0; i < 1024; i++)
                {
                    taken.Add(new byte[1 << 20]);
                }

                GC.KeepAlive(taken);
                break;
            default:
                throw new InvalidOperationException("The step is broken.");
        }

        return StepVerdict.Continue();
    }

    private static int Recurse(string text, int depth) => text.Length + Recurse(text + depth, depth + 1) + depth;
}
