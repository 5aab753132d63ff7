using System.Globalization;
using System.Text;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Erasure;

public sealed class InMemoryErasureTests : ErasureCases
{
    protected override void UseStores(IHelpDeskEmailBuilder builder)
    {
        // They are there already.
    }

    // Everything that the stores give to anybody.
    protected override async Task<string> DumpAsync(HelpDeskHarness desk)
    {
        var text = new StringBuilder();
        foreach (var row in await desk.Store.Journal.FindAsync(new JournalQuery { Limit = 1000 }, Token))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{row} {row.Facts.From?.Name} {string.Join(' ', row.EnvelopeRecipients)} {string.Join(' ', row.Facts.References)}");
            await AddAsync(text, await desk.Store.Journal.OpenContentAsync(row.Id, Token));
        }

        foreach (var mail in await desk.Store.Outbox.FindAsync(new OutboxQuery { Limit = 1000 }, Token))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{mail} {string.Join(' ', mail.Recipients)}");
            await AddAsync(text, await desk.Store.Outbox.OpenContentAsync(mail.Id, Token));
        }

        text.AppendJoin('\n', await desk.Store.SuppressedAddresses.ListAsync(null, 100, Token));
        var queries = desk.Services.GetRequiredService<ITicketQueries>();
        await foreach (var ticket in queries.ListAsync(1000, Token))
        {
            text.AppendLine(new ApplyResult(ApplyStatus.Applied) { Ticket = ticket }.ToJson());
            await foreach (var entry in queries.EntriesAsync(ticket.Number, Token))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{entry} {entry.Author.Name} {string.Join(' ', entry.Attachments.Select(file => file.FileName))}");
            }
        }

        foreach (var address in new[] { "ann.nightingale@secret-person.test", "annie@fireside.test" })
        {
            if (await desk.Services.GetRequiredService<IContactDirectory>().FindAsync(EmailAddress.Create(address), Token) is { } contact)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{contact} {contact.Address.Name} {string.Join(' ', contact.OtherAddresses.Select(each => each.Name))}");
            }
        }

        return text.ToString();
    }

    private static async Task AddAsync(StringBuilder text, MailContent? content)
    {
        if (content is not null)
        {
            using var reader = new StreamReader(content.OpenRead(), Encoding.Latin1);
            text.AppendLine(await reader.ReadToEndAsync(Token));
            content.Dispose();
        }
    }
}
