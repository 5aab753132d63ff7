using Microsoft.Playwright;

namespace HelpDesk.Email.AcmeDesk.Tests;

/// <summary>Chromium without a window.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    // Only a fault reaches it, also where the machine has much else to do.
    private const float Guard = 90_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"], Timeout = Guard });
        Assertions.SetDefaultExpectTimeout(Guard);
    }

    /// <summary>A person's browser: cookies of their own. Skips the test where there is none; a build server has to have it.</summary>
    internal async Task<IPage> OpenAsync(string locale = "en")
    {
        if (_browser is null)
        {
            const string Reason = $"{Program} not found. On Debian: apt-get install chromium";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Skip(Reason);
        }

        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { Locale = locale });
        context.SetDefaultTimeout(Guard);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
