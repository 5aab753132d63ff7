using System.ComponentModel;
using System.Diagnostics;

namespace HelpDesk.Email.Html.Tests.Browser;

/// <summary>A headless browser of its own, with a profile of its own, for which the trap server is the way to every host.</summary>
internal sealed class Chromium : IDisposable
{
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("helpdesk-email-browser-");
    private readonly Process _process;

    private Chromium(string address, int port)
    {
        var start = new ProcessStartInfo("chromium")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
                "--disable-client-side-phishing-detection", "--disable-domain-reliability", "--no-pings",
                "--disable-features=OptimizationHints,MediaRouter,Translate,DialMediaRouteProvider,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,NetworkPrediction",
                $"--proxy-server=http://127.0.0.1:{port}", "--proxy-bypass-list=<-loopback>", "--remote-debugging-port=0",
                $"--user-data-dir={_profile.FullName}",
                address,
            },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Opens a page; where there is no browser the test is skipped, but on a build server fails.</summary>
    public static Chromium Open(string address, int port)
    {
        try
        {
            return new Chromium(address, port);
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("There is no chromium on the PATH; the package chromium of the system has it.");
            throw;
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child that is still ending holds a file of its profile; it lies in the system's temporary folder.
        }
    }
}
