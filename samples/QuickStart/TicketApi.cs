using HelpDesk.Email.Tickets;

namespace QuickStart;

/// <summary>The tickets as JSON.</summary>
internal static class TicketApi
{
    private const int MaxTickets = 10_000;

    public static void MapTicketApi(this WebApplication app) =>
        app.MapGet("/api/tickets", async (ITicketQueries tickets, CancellationToken cancellationToken) =>
        {
            var list = new List<TicketJson>();
            await foreach (var ticket in tickets.ListAsync(MaxTickets, cancellationToken))
            {
                var entries = new List<EntryJson>();
                await foreach (var entry in tickets.EntriesAsync(ticket.Number, cancellationToken))
                {
                    entries.Add(new EntryJson(entry.Author.Address, entry.Text, [.. entry.Attachments.Select(file => new FileJson(file.FileName, file.Size))]));
                }

                list.Add(new TicketJson(ticket.Number, ticket.Subject, ticket.Status.ToString().ToLowerInvariant(), ticket.Requester.Address, ticket.Assignee?.Address, ticket.Priority, entries));
            }

            return list;
        });

    private sealed record TicketJson(string Number, string Subject, string Status, string Requester, string? Assignee, string? Priority, IReadOnlyList<EntryJson> Entries);

    private sealed record EntryJson(string Author, string Text, IReadOnlyList<FileJson> Attachments);

    private sealed record FileJson(string FileName, long Size);
}
