using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Outbox;

/// <summary>The transports of the outgoing accounts; one is made anew when the settings of its account change. For one caller at a time.</summary>
internal sealed class TransportPool(IEnumerable<IOutboundTransportFactory> factories) : IAsyncDisposable
{
    private readonly IReadOnlyList<IOutboundTransportFactory> _factories = [.. factories];
    private readonly Dictionary<string, (OutgoingAccountOptions Options, IOutboundTransport Transport)> _transports = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The transport of an account, or <see langword="null"/> when the settings have no such account or nothing sends its kind.</summary>
    public async ValueTask<IOutboundTransport?> GetAsync(string account, HelpDeskEmailOptions options)
    {
        var settings = options.Outgoing.TryGetValue(account, out var found) ? found : null;
        if (_transports.TryGetValue(account, out var known))
        {
            if (ReferenceEquals(known.Options, settings))
            {
                return known.Transport;
            }

            _transports.Remove(account);
            await known.Transport.DisposeAsync().ConfigureAwait(false);
        }

        var factory = settings is null ? null : _factories.FirstOrDefault(f => f.Kind.Equals(settings.Kind, StringComparison.OrdinalIgnoreCase));
        if (factory is null)
        {
            return null;
        }

        var transport = factory.Create(account, settings!);
        _transports[account] = (settings!, transport);
        return transport;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, transport) in _transports.Values)
        {
            await transport.DisposeAsync().ConfigureAwait(false);
        }

        _transports.Clear();
    }
}
