namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>What an audit found, in sentences.</summary>
internal sealed class Findings
{
    /// <summary>Mails that are in no ticket, and answers that were due and nobody got.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>Tickets, entries and outbox rows that are there more than once.</summary>
    public List<string> Doubled { get; } = [];

    /// <summary>Rows without those that belong to them, octets that are not those that came, work that never ends.</summary>
    public List<string> HalfWritten { get; } = [];

    /// <summary>Anything else that may not be: repeats that no row explains, mailboxes that were not tidied.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>How many mails came once more to who takes them, under the same Message-ID, as a row in doubt explains.</summary>
    public int RepeatedSends { get; set; }

    public bool IsClean => Lost.Count + Doubled.Count + HalfWritten.Count + Faults.Count == 0;

    public IEnumerable<string> Lines =>
        Lost.Select(line => $"LOST {line}").Concat(Doubled.Select(line => $"DOUBLED {line}")).Concat(HalfWritten.Select(line => $"HALF-WRITTEN {line}")).Concat(Faults.Select(line => $"FAULT {line}"));
}
