namespace HelpDesk.Email.Testing.Tests.Broken;

/// <summary>Two callers at once who both get the answer of one of them.</summary>
/// <param name="matters">Which answers are worth a collision.</param>
internal sealed class Collision<T>(Func<T, bool> matters)
    where T : class
{
    private readonly Meeting _meeting = new();
    private T? _shared;

    public async Task<T> RunAsync(Func<Task<T>> callAsync)
    {
        var own = await callAsync();
        return matters(own) && await _meeting.ArriveAsync()
            ? Interlocked.CompareExchange(ref _shared, own, null) ?? own
            : own;
    }
}
