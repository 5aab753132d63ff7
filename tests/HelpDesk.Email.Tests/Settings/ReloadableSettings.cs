using Microsoft.Extensions.Configuration;

namespace HelpDesk.Email.Tests.Settings;

/// <summary>Settings that a test changes while the host runs.</summary>
internal sealed class ReloadableSettings : ConfigurationProvider, IConfigurationSource
{
    public string? this[string key]
    {
        set => Data[key] = value;
    }

    public void Change(string key, string? value)
    {
        Data[key] = value;
        OnReload();
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
