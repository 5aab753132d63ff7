using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Classification;

/// <summary>Says what sort of mail it is.</summary>
[StepDescription("Tells people from programs, and which sort of automatic mail it is; mail of our own that comes back is a loop.")]
public sealed class ClassifyStep : IInboundStep
{
    private readonly SignedMessageIds _messageIds;
    private readonly LoopHeader _loopHeader;

    internal ClassifyStep(SignedMessageIds messageIds, LoopHeader loopHeader)
    {
        _messageIds = messageIds;
        _loopHeader = loopHeader;
    }

    /// <inheritdoc/>
    public async ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var classification = await FindLoopAsync(context, cancellationToken).ConfigureAwait(false)
            ?? MailClassifier.Classify(context.Mail, context.Entry.ReversePath);
        context.Classification = classification;
        foreach (var fact in classification.Evidence)
        {
            context.Evidence.Add(fact);
        }

        return StepVerdict.Continue(classification.Evidence.Count == 0
            ? $"{classification.Kind}"
            : $"{classification.Kind}: {string.Join("; ", classification.Evidence)}");
    }

    private async ValueTask<MailClassification?> FindLoopAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var mail = context.Mail;
        if (await _messageIds.VerifyAsync(mail.MessageId, cancellationToken).ConfigureAwait(false) is not null)
        {
            return Loop("our own Message-ID");
        }

        foreach (var value in mail.HeaderValues(LoopHeader.Name))
        {
            if (await _loopHeader.IsOursAsync(value, cancellationToken).ConfigureAwait(false))
            {
                return Loop($"our own {LoopHeader.Name}");
            }
        }

        return OwnHost(mail.MessageId, context.Settings) is { } host ? Loop($"Message-ID of our own host {host}") : null;
    }

    private static string? OwnHost(string messageId, HelpDeskEmailOptions settings) =>
        settings.OwnHosts.FirstOrDefault(host => host.Length > 0 && messageId.EndsWith($"@{host}>", StringComparison.OrdinalIgnoreCase));

    private static MailClassification Loop(string evidence) => new(MailKind.Loop, MayRespond: false, [evidence]);
}
