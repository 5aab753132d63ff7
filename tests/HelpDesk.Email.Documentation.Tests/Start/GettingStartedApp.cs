using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HelpDesk.Email.Documentation.Tests.Repository;

namespace HelpDesk.Email.Documentation.Tests.Start;

/// <summary>The application of docs/getting-started.md as a process of its own, on free ports and in a folder of its own.</summary>
internal sealed partial class GettingStartedApp : IAsyncDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);
    private static readonly string Sources = RepositoryRoot.Combine("tests/HelpDesk.Email.Documentation.Tests/GettingStarted");

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly SemaphoreSlim _written = new(0);

    private GettingStartedApp(DirectoryInfo folder)
    {
        Folder = folder;
        File.Copy(Path.Combine(Sources, "appsettings.json"), Path.Combine(folder.FullName, "appsettings.json"));
        _process = new Process { StartInfo = StartInfo(folder) };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
    }

    /// <summary>Where it keeps its data.</summary>
    public DirectoryInfo Folder { get; }

    /// <summary>What it wrote so far.</summary>
    public string Output => string.Join('\n', _output);

    public HttpClient Http { get; private set; } = null!;

    public int SmtpPort { get; private set; }

    public static async Task<GettingStartedApp> StartAsync(CancellationToken cancellationToken)
    {
        var app = new GettingStartedApp(Directory.CreateTempSubdirectory("getting-started-"));
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        app.SmtpPort = int.Parse((await app.WaitForAsync(Smtp(), cancellationToken)).Groups[1].Value, CultureInfo.InvariantCulture);
        app.Http = new HttpClient { BaseAddress = new Uri((await app.WaitForAsync(Web(), cancellationToken)).Groups[1].Value) };
        return app;
    }

    /// <summary>Waits until the output has something.</summary>
    public async Task<Match> WaitForAsync(Regex pattern, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (pattern.Match(Output) is { Success: true } match)
            {
                return match;
            }

            Assert.True(await _written.WaitAsync(Guard, cancellationToken), $"The output never had {pattern}:\n{Output}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _written.Dispose();
        Folder.Delete(recursive: true);
    }

    private static ProcessStartInfo StartInfo(DirectoryInfo folder)
    {
        var output = Path.GetRelativePath(RepositoryRoot.Combine("tests/HelpDesk.Email.Documentation.Tests/bin"), AppContext.BaseDirectory);
        return new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            ArgumentList =
            {
                Path.Combine(Sources, "bin", output, "GettingStarted.dll"),
                "--urls=http://127.0.0.1:0",
                "--HelpDeskEmail:SmtpListener:Port=0",
                "--HelpDeskEmail:AutomaticAnswers:Delay=00:00:00",
            },
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
            _written.Release();
        }
    }

    [GeneratedRegex(@"takes mail at 127\.0\.0\.1:(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Smtp();

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Web();
}
