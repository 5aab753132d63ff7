using System.Globalization;

namespace HelpDesk.Email.Benchmarks.Desks;

/// <summary>Fills stores with what was stored long ago.</summary>
internal interface IStoreSeed
{
    /// <summary>Adds so many messages: rows of the journal that are finished, their tickets with four entries each, the message index, and sent mail for every second one.</summary>
    Task FillAsync(int messages);

    /// <summary>Adds entries to a ticket.</summary>
    Task LengthenAsync(string ticketNumber, int entries);

    /// <summary>How many tickets so many messages make.</summary>
    static int TicketsOf(int messages) => Math.Max(1, messages / 4);

    /// <summary>The Message-ID of the mail that made the ticket of a customer.</summary>
    static string MessageIdOf(long customer) => string.Create(CultureInfo.InvariantCulture, $"<{customer * 2654435761 % 4294967296:x8}.seed@customer.example>");
}
