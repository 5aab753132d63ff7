using HelpDesk.Email.CrashCampaign.Seeding;
using HelpDesk.Email.Servers.Tests.Delivery;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>The part of the audit that follows what the help desk sends: each ticket is acknowledged once.</summary>
internal sealed class OutgoingAudit
{
    private readonly Dictionary<string, OutboxLine> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _received = new(StringComparer.Ordinal);
    private readonly HashSet<(long Journal, string Template, string Recipients)> _mails = [];
    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);
    private int _read;

    public void Audit(Ledger ledger, IReadOnlyList<Seed> seeds, IReadOnlyDictionary<string, EntryLine> entries, IEnumerable<TakenMail> taken, Findings findings)
    {
        foreach (var row in ledger.Outbox)
        {
            Enter(row, findings);
        }

        Receive([.. taken.Skip(_read)], findings);
        foreach (var row in ledger.Outbox)
        {
            Follow(row, findings);
        }

        findings.Lost.AddRange(seeds
            .Where(seed => seed.IsNew && entries.TryGetValue(seed.MessageId, out var entry) && !_acknowledged.Contains(entry.Ticket))
            .Select(seed => $"nobody told {seed.From} of ticket {entries[seed.MessageId].Ticket}"));
    }

    private void Enter(OutboxLine row, Findings findings)
    {
        if (!_rows.TryAdd(row.MessageId, row) || !_mails.Add((row.JournalId, row.Template, row.Recipients)))
        {
            findings.Doubled.Add($"outbox row {row.Id} ({row.Template} to {row.Recipients}) is there twice");
        }

        if (row.Ticket is not null && !_acknowledged.Add(row.Ticket))
        {
            findings.Doubled.Add($"outbox row {row.Id} tells of ticket {row.Ticket} a second time");
        }
    }

    private void Receive(IReadOnlyList<TakenMail> taken, Findings findings)
    {
        _read += taken.Count;
        foreach (var mail in taken)
        {
            var id = mail.MessageId.Trim('<', '>', ' ');
            _received[id] = _received.GetValueOrDefault(id) + 1;
            if (!_rows.TryGetValue(id, out var row))
            {
                findings.Faults.Add($"{string.Join(", ", mail.Recipients)} got {id}, of which the outbox knows nothing");
                continue;
            }

            if (!mail.Recipients.All(recipient => row.Recipients.Contains(recipient, StringComparison.OrdinalIgnoreCase)))
            {
                findings.Faults.Add($"{string.Join(", ", mail.Recipients)} got {id}, which is for {row.Recipients}");
            }

            if (_received[id] > 1)
            {
                findings.RepeatedSends++;
            }
        }
    }

    private void Follow(OutboxLine row, Findings findings)
    {
        var copies = _received.GetValueOrDefault(row.MessageId);
        if ((OutboxState)row.State != OutboxState.Sent)
        {
            findings.Lost.Add($"outbox row {row.Id} is {(OutboxState)row.State}");
        }
        else if (copies == 0)
        {
            findings.Lost.Add($"outbox row {row.Id} is sent, and nobody got it");
        }

        // Each attempt was committed before its mail was handed over: more copies than attempts have no row in doubt behind them.
        if (copies > row.Attempts)
        {
            findings.Faults.Add($"outbox row {row.Id} went out {copies} times in {row.Attempts} attempts");
        }
    }
}
