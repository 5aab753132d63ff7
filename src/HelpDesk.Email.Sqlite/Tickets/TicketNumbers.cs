using System.Globalization;

namespace HelpDesk.Email.Sqlite.Tickets;

/// <summary>How tickets are numbered.</summary>
/// <param name="First">The number of the first one.</param>
/// <param name="Prefix">What stands before each.</param>
internal sealed record TicketNumbers(long First, string Prefix)
{
    public string Format(long id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}");
}
