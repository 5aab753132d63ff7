using HelpDesk.Email.Erasure;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>Takes a person out of the tables; called under the store's lock.</summary>
internal static class MailErasure
{
    public static IEnumerable<string> TicketsOf(MailTables tables, ErasedPerson person) =>
        tables.Journal.Rows.Where(row => IsFrom(row.Entry, person)).Select(row => row.Entry.Ticket).OfType<string>();

    public static ErasureCounts Erase(MailTables tables, ErasedPerson person, IReadOnlyList<string> touched)
    {
        var counts = new ErasureCounts { Mails = Journal(tables, person, touched), OutgoingMails = Outbox(tables, person, touched) };
        return counts with { Others = Others(tables, person) };
    }

    private static int Journal(MailTables tables, ErasedPerson person, IReadOnlyList<string> touched)
    {
        var count = 0;
        foreach (var row in tables.Journal.Rows.ToList())
        {
            var entry = row.Entry;
            var isTheirs = IsFrom(entry, person) || Has(person.Tickets, entry.Ticket);
            if (isTheirs || Has(touched, entry.Ticket))
            {
                LetGo(tables, row.Content, () => row.Content = null);
            }

            if (isTheirs && entry.Facts.BodyDigest.Length + entry.Facts.Subject.Length + (entry.Facts.From?.Address.Length ?? 0) > 0)
            {
                count++;
                End(tables, row);
                tables.MessageIndex.Remove(entry.Facts.MessageId);
                tables.Journal.Set(row, Emptied(row.Entry));
            }
            else if (!isTheirs)
            {
                tables.Journal.Set(row, Redacted(entry, person));
            }
        }

        return count;
    }

    private static void End(MailTables tables, JournalRow row)
    {
        if (row.Entry.State != JournalState.Finished)
        {
            row.Holding.Free();
            tables.Journal.Taken.Remove(row);
            tables.Journal.Set(row, row.Entry with { State = JournalState.Finished, Outcome = JournalOutcome.Discarded, FinishedAt = tables.Now });
        }
    }

    private static int Outbox(MailTables tables, ErasedPerson person, IReadOnlyList<string> touched)
    {
        var count = 0;
        foreach (var row in tables.Outbox.Rows.ToList())
        {
            var mail = row.Entry;
            if (!Has(touched, mail.Ticket) && !Has(person.Tickets, mail.Ticket) && !mail.Recipients.Any(recipient => person.Has(recipient.Address)))
            {
                continue;
            }

            count += mail.Recipients.Count > 0 ? 1 : 0;
            LetGo(tables, row.Content, () => row.Content = null);
            row.Holding.Free();
            var state = mail.State is OutboxState.Ready or OutboxState.Sending ? OutboxState.Discarded : mail.State;
            tables.Outbox.Set(row, mail with { State = state, Recipients = [], Subject = string.Empty, ReversePath = string.Empty, LastError = null });
        }

        return count;
    }

    private static int Others(MailTables tables, ErasedPerson person)
    {
        var count = 0;
        foreach (var row in tables.HostEvents.Waiting.Where(row => Has(person.Tickets, row.Event.Ticket) || person.IsNamedIn(row.Event.Payload)).ToList())
        {
            tables.HostEvents.Remove(row);
            count++;
        }

        foreach (var id in tables.MessageIndex.Where(each => Has(person.Tickets, each.Value.Ticket) || person.IsNamedIn(each.Key)).Select(each => each.Key).ToList())
        {
            tables.MessageIndex.Remove(id);
        }

        foreach (var address in tables.Suppressed.Values.Where(each => person.Has(each.Address) || person.IsNamedIn(each.Reason)).Select(each => each.Address).ToList())
        {
            tables.Suppressed.Remove(address);
            count++;
        }

        return count + tables.Throttles.Forget(person.IsNamedIn);
    }

    private static JournalEntry Emptied(JournalEntry entry) => entry with
    {
        Facts = new MailFacts($"<{entry.Id}@erased.invalid>"),
        ReversePath = null,
        EnvelopeRecipients = [],
        ContentHash = string.Empty,
        Decision = null,
        Result = null,
        Trace = null,
    };

    private static JournalEntry Redacted(JournalEntry entry, ErasedPerson person) => entry with
    {
        Facts = entry.Facts with { Subject = person.Redact(entry.Facts.Subject) },
        ReversePath = entry.ReversePath is { } path ? person.Redact(path) : null,
        EnvelopeRecipients = [.. entry.EnvelopeRecipients.Select(person.Redact)],
        Decision = entry.Decision is { } decision ? person.Redact(decision) : null,
        Result = entry.Result is { } result ? person.Redact(result) : null,
        Trace = entry.Trace is { } trace ? person.Redact(trace) : null,
    };

    private static void LetGo(MailTables tables, Octets.HeldContent? content, Action forget)
    {
        forget();
        if (content is not null && !tables.IsHeld(content))
        {
            tables.Octets.Release(content);
        }
    }

    private static bool IsFrom(JournalEntry entry, ErasedPerson person) => person.Has(entry.Facts.From?.Address) || person.Has(entry.ReversePath);

    private static bool Has(IReadOnlyList<string> tickets, string? number) => number is not null && tickets.Contains(number, StringComparer.OrdinalIgnoreCase);
}
