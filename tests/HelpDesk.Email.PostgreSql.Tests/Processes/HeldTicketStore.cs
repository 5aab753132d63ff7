using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tests.Processes;

/// <summary>Holds a change right before it is applied, for as long as a file is there.</summary>
internal sealed class HeldTicketStore(ITicketStore inner, string hold) : ITicketStore
{
    public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) => inner.FindAsync(lookup, cancellationToken);

    public async ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken)
    {
        if (File.Exists(hold))
        {
            EngineProgram.Say("held");
            while (File.Exists(hold))
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }

        var result = await inner.ApplyAsync(change, CancellationToken.None);
        EngineProgram.Say($"applied {result.Ticket?.Number}");
        return result;
    }
}
