namespace HelpDesk.Email.Benchmarks.Children;

/// <summary>Counts what mails made of tickets.</summary>
internal sealed class TicketCount : IDisposable
{
    private readonly SemaphoreSlim _made = new(0);
    private int _counted;

    public void Add() => _made.Release();

    public async Task ReachAsync(int count)
    {
        for (; _counted < count; _counted++)
        {
            await _made.WaitAsync();
        }
    }

    public void Dispose() => _made.Dispose();
}
