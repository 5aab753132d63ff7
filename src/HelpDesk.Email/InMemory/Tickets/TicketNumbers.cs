using System.Globalization;

namespace HelpDesk.Email.InMemory.Tickets;

/// <summary>Gives ticket numbers out, one after another; called under the store's lock alone.</summary>
internal sealed class TicketNumbers(string prefix, long first)
{
    private long _next = first;

    public string Next(Func<string, bool> isTaken)
    {
        string number;
        do
        {
            number = string.Create(CultureInfo.InvariantCulture, $"{prefix}{_next++}");
        }
        while (isTaken(number));

        return number;
    }
}
