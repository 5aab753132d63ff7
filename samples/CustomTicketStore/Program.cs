using CustomTicketStore;
using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Desks;
using HelpDesk.Email.Testing.Conformance.Tickets;

IReadOnlyList<ConformanceCase> cases =
[
    .. TicketStoreConformance.Cases(() => new AcmeFixture()),
    .. TicketQueriesConformance.Cases(() => new AcmeFixture()),
    .. DeskConformance.Cases(() => new AcmeFixture()),
];
var broken = 0;
foreach (var rule in cases)
{
    try
    {
        await rule.RunAsync(CancellationToken.None);
        Console.WriteLine($"holds   {rule.Name}");
    }
    catch (ConformanceException e)
    {
        broken++;
        Console.WriteLine($"broken  {e.Message}");
    }
}

Console.WriteLine($"{cases.Count - broken} of {cases.Count} rules hold.");
return broken == 0 ? 0 : 1;
