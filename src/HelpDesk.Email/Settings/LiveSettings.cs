using HelpDesk.Email.Configuration;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace HelpDesk.Email.Settings;

/// <summary>The settings, re-read when their source changes; a set that does not validate is refused and the last good one stays.</summary>
/// <remarks>Stands in the place of the framework's own monitor, which would throw at everyone who asks once a reload went wrong. Safe on any thread.</remarks>
internal sealed class LiveSettings : IOptionsMonitor<HelpDeskEmailOptions>, IOptions<HelpDeskEmailOptions>, IDisposable
{
    private readonly IOptionsFactory<HelpDeskEmailOptions> _factory;
    private readonly ILogger<LiveSettings> _log;
    private readonly TroubleBook _troubles;
    private readonly List<IDisposable> _registrations = [];
    private readonly Lock _lock = new();
    private HelpDeskEmailOptions? _current;
    private Action<HelpDeskEmailOptions, string?>? _changed;

    public LiveSettings(
        IOptionsFactory<HelpDeskEmailOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<HelpDeskEmailOptions>> sources,
        TroubleBook troubles,
        ILogger<LiveSettings> log)
    {
        _troubles = troubles;
        _factory = factory;
        _log = log;
        foreach (var source in sources)
        {
            _registrations.Add(ChangeToken.OnChange(source.GetChangeToken, Reload));
        }
    }

    /// <summary>Why the newest set was refused, or <see langword="null"/> when the current one is the newest.</summary>
    public string? Refused { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="OptionsValidationException">There never was a valid set.</exception>
    public HelpDeskEmailOptions CurrentValue
    {
        get
        {
            lock (_lock)
            {
                return _current ??= Advised(_factory.Create(Options.DefaultName));
            }
        }
    }

    public HelpDeskEmailOptions Value => CurrentValue;

    public HelpDeskEmailOptions Get(string? name) => CurrentValue;

    public IDisposable OnChange(Action<HelpDeskEmailOptions, string?> listener)
    {
        lock (_lock)
        {
            _changed += listener;
        }

        return new Registration(this, listener);
    }

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void Reload()
    {
        HelpDeskEmailOptions options;
        Action<HelpDeskEmailOptions, string?>? changed;
        lock (_lock)
        {
            if (_current is null)
            {
                // Nobody has asked yet: the first who asks gets the newest, or its errors.
                return;
            }

            try
            {
                options = _current = Advised(_factory.Create(Options.DefaultName));
                Refused = null;
            }
            catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
            {
                // InvalidOperationException is what the binder throws for text that is no number, no time, no truth value.
                Refused = e.Message;
                SettingsLog.Refused(_log, e.Message);
                _troubles.Tell("settings", isError: true, $"The changed settings are refused, the last good ones stay in effect. {e.Message}");
                return;
            }

            changed = _changed;
        }

        SettingsLog.Reloaded(_log);
        _troubles.End("settings");
        changed?.Invoke(options, Options.DefaultName);
    }

    private HelpDeskEmailOptions Advised(HelpDeskEmailOptions options)
    {
        foreach (var advice in SettingsAdvice.Of(options))
        {
            SettingsLog.Advice(_log, advice);
        }

        return options;
    }

    private sealed class Registration(LiveSettings owner, Action<HelpDeskEmailOptions, string?> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (owner._lock)
            {
                owner._changed -= listener;
            }
        }
    }
}
