using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace HelpDesk.Email.QuickStart.Tests.Server;

/// <summary>QuickStart as a process of its own, as somebody would start it from a shell.</summary>
internal sealed class QuickStartProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private QuickStartProcess(Process process) => _process = process;

    public int SmtpPort { get; private set; }

    public int HttpPort { get; private set; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>What it wrote so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>What it complained of so far.</summary>
    public string Errors => string.Join('\n', _errors);

    /// <summary>Starts it on free ports, and returns once it can be reached.</summary>
    public static Task<QuickStartProcess> StartAsync(DataFolder folder) =>
        StartAsync(folder, ServerPorts.Free(), ServerPorts.Free());

    /// <summary>Starts it on ports, and returns once it can be reached.</summary>
    public static async Task<QuickStartProcess> StartAsync(DataFolder folder, int smtpPort, int httpPort)
    {
        var server = Start(folder, smtpPort, httpPort);
        await server.IsReadyAsync();
        return server;
    }

    /// <summary>Starts it on ports, and waits for nothing.</summary>
    public static QuickStartProcess Start(DataFolder folder, int smtpPort, int httpPort)
    {
        var server = Start("--data", folder.Path, "--smtp", $"{smtpPort}", "--http", $"{httpPort}");
        server.SmtpPort = smtpPort;
        server.HttpPort = httpPort;
        return server;
    }

    /// <summary>Starts it with arguments, and waits for nothing.</summary>
    public static QuickStartProcess Start(params string[] arguments)
    {
        Interrupt.Allow();
        var start = new ProcessStartInfo(ProgramFile.DotNet, ["exec", ProgramFile.QuickStart, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

        // What a machine sets for hosts of its own is not meant for this one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.StartsWith("HelpDeskEmail_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        var process = new Process { StartInfo = start };
        var server = new QuickStartProcess(process);
        process.OutputDataReceived += (_, line) => Keep(server._output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(server._errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>How many lines with these words it wrote so far.</summary>
    public int CountLines(string words) => _output.Count(line => line.Contains(words, StringComparison.Ordinal));

    /// <summary>Waits until it has said so, and both of its ports take connections.</summary>
    public async Task IsReadyAsync()
    {
        // Its own word first: behind its ports there may be somebody else for as long as it has not opened them.
        await Eventually.GetAsync(() => SaysThatItIsOpenAsync(), "QuickStart's word that it is open");
        await Eventually.GetAsync(() => CanConnectAsync(HttpPort), "the page of QuickStart");
        await Eventually.GetAsync(() => CanConnectAsync(SmtpPort), "the SMTP port of QuickStart");
    }

    /// <summary>Waits until it has said where it is, and takes that for its ports.</summary>
    public async Task TellsItsPortsAsync()
    {
        SmtpPort = await PortBehindAsync("Mail (SMTP)    127.0.0.1:");
        HttpPort = await PortBehindAsync("Page           http://127.0.0.1:");
        await IsReadyAsync();
    }

    /// <summary>Ctrl-C, and how long it took to end from there.</summary>
    public async Task<TimeSpan> InterruptAsync()
    {
        var clock = Stopwatch.StartNew();
        Interrupt.Send(_process.Id);
        await EndsAsync();
        return clock.Elapsed;
    }

    /// <summary>Waits until it has ended by itself, and all that it wrote is here.</summary>
    public async Task EndsAsync()
    {
        using var guard = new CancellationTokenSource(Eventually.Guard);
        await _process.WaitForExitAsync(guard.Token);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private void IsAlive() => Assert.False(_process.HasExited, $"QuickStart ended before it could be reached.\n{Output}\n{Errors}");

    private Task<string?> SaysThatItIsOpenAsync()
    {
        IsAlive();
        return Task.FromResult(CountLines($"127.0.0.1:{SmtpPort} for ") > 0 ? "yes" : null);
    }

    private async Task<string?> CanConnectAsync(int port)
    {
        IsAlive();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync("127.0.0.1", port);
            return "yes";
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private async Task<int> PortBehindAsync(string words)
    {
        var line = await Eventually.GetAsync(
            () =>
            {
                IsAlive();
                return Task.FromResult(_output.FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal)));
            },
            $"the line '{words}'");
        var rest = line[(line.IndexOf(words, StringComparison.Ordinal) + words.Length)..];
        return int.Parse(string.Concat(rest.TakeWhile(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
    }
}
