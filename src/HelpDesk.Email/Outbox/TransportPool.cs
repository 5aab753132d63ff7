using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Outbox;

/// <summary>The transports of the outgoing accounts, one a connection; they are made anew when the settings of their account change. Safe on any thread.</summary>
internal sealed class TransportPool(IEnumerable<IOutboundTransportFactory> factories) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly IReadOnlyList<IOutboundTransportFactory> _factories = [.. factories];
    private readonly Dictionary<string, Stack<RentedTransport>> _idle = new(StringComparer.OrdinalIgnoreCase);
    private bool _isDisposed;

    /// <summary>How many transports wait for a caller.</summary>
    public int Idle
    {
        get
        {
            lock (_gate)
            {
                return _idle.Values.Sum(stack => stack.Count);
            }
        }
    }

    /// <summary>A transport of an account for one caller, who gives it back; <see langword="null"/> when the settings have no such account or nothing sends its kind.</summary>
    public async ValueTask<RentedTransport?> RentAsync(string account, HelpDeskEmailOptions options)
    {
        var settings = options.Outgoing.TryGetValue(account, out var found) ? found : null;
        while (TakeIdle(account) is { } idle)
        {
            if (ReferenceEquals(idle.Settings, settings))
            {
                return idle;
            }

            await idle.Transport.DisposeAsync().ConfigureAwait(false);
        }

        return settings is not null && _factories.FirstOrDefault(factory => factory.Kind.Equals(settings.Kind, StringComparison.OrdinalIgnoreCase)) is { } made
            ? new RentedTransport(account, settings, made.Create(account, settings))
            : null;
    }

    /// <summary>Takes a transport back for the next caller.</summary>
    public ValueTask ReturnAsync(RentedTransport rented)
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                if (!_idle.TryGetValue(rented.Account, out var stack))
                {
                    _idle[rented.Account] = stack = new Stack<RentedTransport>();
                }

                stack.Push(rented);
                return ValueTask.CompletedTask;
            }
        }

        return rented.Transport.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        List<RentedTransport> idle;
        lock (_gate)
        {
            _isDisposed = true;
            idle = [.. _idle.Values.SelectMany(stack => stack)];
            _idle.Clear();
        }

        foreach (var rented in idle)
        {
            await rented.Transport.DisposeAsync().ConfigureAwait(false);
        }
    }

    private RentedTransport? TakeIdle(string account)
    {
        lock (_gate)
        {
            return _idle.TryGetValue(account, out var stack) && stack.TryPop(out var idle) ? idle : null;
        }
    }
}
