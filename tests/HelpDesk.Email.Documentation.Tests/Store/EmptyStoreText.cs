using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;

namespace HelpDesk.Email.Documentation.Tests.Store;

/// <summary>What the suite says of a store that can do nothing.</summary>
internal static class EmptyStoreText
{
    public static async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        var broken = await Assert.ThrowsAsync<ConformanceException>(() => TicketStoreConformance.Cases(() => new EmptyFixture())[0].RunAsync(cancellationToken));
        return broken.Message.ReplaceLineEndings("\n");
    }
}
