namespace HelpDesk.Email.Testing.Tests.Broken;

/// <summary>Holds callers until two of them are there: a race that always happens.</summary>
internal sealed class Meeting
{
    private readonly Lock _gate = new();
    private readonly HashSet<object> _there = [];
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for somebody with another key; after the first meeting nobody waits any more.</summary>
    /// <returns>Whether the caller was one of the two who met.</returns>
    public async Task<bool> ArriveAsync(object? key = null)
    {
        lock (_gate)
        {
            if (_met.Task.IsCompleted)
            {
                return false;
            }

            _there.Add(key ?? new object());
            if (_there.Count == 2)
            {
                _met.SetResult();
            }
        }

        // Nobody else may come at all: then there is no race to lose.
        await Task.WhenAny(_met.Task, Task.Delay(TimeSpan.FromSeconds(5)));
        return true;
    }
}
