using System.Security.Cryptography;
using HelpDesk.Email.CrashCampaign.Seeding;
using HelpDesk.Email.CrashCampaign.Worlds;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>Compares what was sent to the help desk with what it has, and what it says it sent with what was received.</summary>
/// <remarks>It remembers all mails of a campaign: what is doubled later, in another set, is found as well.</remarks>
internal sealed class Auditor(World world)
{
    private readonly Dictionary<string, Seed> _seeds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntryLine> _entries = new(StringComparer.Ordinal);
    private readonly OutgoingAudit _outgoing = new();
    private LedgerMark _mark = LedgerMark.Start;

    /// <summary>All mails so far.</summary>
    public IReadOnlyCollection<Seed> Seeds => _seeds.Values;

    /// <summary>Audits what is new since the audit before. Nothing may be under way.</summary>
    public async Task<Findings> AuditAsync(IReadOnlyList<Seed> seeds, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        foreach (var seed in seeds)
        {
            _seeds.Add(seed.MessageId, seed);
        }

        var ledger = await LedgerReader.ReadAsync(world.Store, _mark, cancellationToken);
        _mark = ledger.End(_mark);
        Enter(ledger, findings);
        foreach (var seed in seeds)
        {
            Compare(seed, findings);
        }

        CompareTickets(ledger, seeds, findings);
        _outgoing.Audit(ledger, seeds, _entries, world.Taker.Mails, findings);
        findings.HalfWritten.AddRange(await Orphans.FindAsync(world.Store, cancellationToken));
        findings.Faults.AddRange(world.Post.Remains(Seeds));
        return findings;
    }

    private void Enter(Ledger ledger, Findings findings)
    {
        foreach (var entry in ledger.Entries)
        {
            if (!_seeds.ContainsKey(entry.MessageId))
            {
                findings.Doubled.Add($"entry {entry.Id} of ticket {entry.Ticket} is of a mail that nobody sent ({entry.MessageId})");
            }
            else if (!_entries.TryAdd(entry.MessageId, entry))
            {
                findings.Doubled.Add($"mail {entry.MessageId} is entry {_entries[entry.MessageId].Id} of ticket {_entries[entry.MessageId].Ticket} and entry {entry.Id} of ticket {entry.Ticket}");
            }
        }

        findings.HalfWritten.AddRange(ledger.Contents
            .Where(content => content.Octets.Length != content.Length || !SHA256.HashData(content.Octets).AsSpan().SequenceEqual(content.Hash))
            .Select(content => $"content {content.Id} has other octets than its hash says"));
        findings.Lost.AddRange(ledger.Journal
            .Where(row => (JournalOutcome)row.Outcome is not (JournalOutcome.Created or JournalOutcome.Appended or JournalOutcome.Duplicate))
            .Select(row => $"journal row {row.Id} of mail {row.MessageId} ended as {(JournalOutcome)row.Outcome}"));
        findings.HalfWritten.AddRange(ledger.Journal
            .Where(row => (JournalOutcome)row.Outcome is JournalOutcome.Created or JournalOutcome.Appended && !(_entries.TryGetValue(row.MessageId, out var entry) && entry.JournalId == row.Id && entry.Ticket == row.Ticket))
            .Select(row => $"journal row {row.Id} ended as {(JournalOutcome)row.Outcome} in ticket {row.Ticket}, which has no such entry"));
    }

    private void Compare(Seed seed, Findings findings)
    {
        if (!_entries.TryGetValue(seed.MessageId, out var entry))
        {
            findings.Lost.Add($"mail {seed.MessageId} is in no ticket");
            return;
        }

        if (seed.Parent is { } parent && _entries.TryGetValue(parent.MessageId, out var first) && first.Ticket != entry.Ticket)
        {
            findings.Doubled.Add($"the reply {seed.MessageId} is in ticket {entry.Ticket}, and its parent in {first.Ticket}");
        }

        if (entry.Attachments != (seed.AttachmentOctets > 0 ? 1 : 0) || entry.AttachedOctets != seed.AttachmentOctets)
        {
            findings.HalfWritten.Add($"entry {entry.Id} of mail {seed.MessageId} has {entry.Attachments} attachments of {entry.AttachedOctets} octets, and not one of {seed.AttachmentOctets}");
        }
    }

    private static void CompareTickets(Ledger ledger, IReadOnlyList<Seed> seeds, Findings findings)
    {
        var wanted = seeds.Where(seed => seed.IsNew).Select(seed => $"Matter {seed.Number}").ToHashSet(StringComparer.Ordinal);
        foreach (var ticket in ledger.Tickets.Where(ticket => !wanted.Remove(ticket.Subject)))
        {
            findings.Doubled.Add($"ticket {ticket.Number} ({ticket.Subject}) is one too many");
        }
    }
}
