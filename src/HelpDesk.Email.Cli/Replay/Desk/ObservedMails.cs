using System.Collections.Concurrent;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Cli.Replay.Desk;

/// <summary>What the pipeline knew of each mail, by the number of its row. Safe on any thread.</summary>
internal sealed class ObservedMails
{
    private readonly ConcurrentDictionary<long, InboundContext> _contexts = new();

    public void Add(InboundContext context) => _contexts[context.Entry.Id] = context;

    /// <summary>Each fact that spoke for a decision; none for a mail that never came into the pipeline.</summary>
    public IReadOnlyList<string> EvidenceOf(long row) => _contexts.TryGetValue(row, out var context) ? [.. context.Evidence] : [];
}
