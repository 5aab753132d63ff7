using System.Diagnostics;
using System.Globalization;
using HelpDesk.Email.Servers.Tests.Servers;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Tests.Servers;

/// <summary>A server of the tests' own, in a temporary folder and on a free port; its process is stopped by its own number.</summary>
public sealed class PostgreSqlServer : IDisposable
{
    private const string User = "postgres";

    private readonly string _folder = Directory.CreateTempSubdirectory("helpdesk-postgresql-").FullName;
    private readonly bool _isDurable;
    private readonly bool _sweepsByItself;
    private Process? _process;

    private PostgreSqlServer(bool isDurable, bool sweepsByItself)
    {
        _isDurable = isDurable;
        _sweepsByItself = sweepsByItself;

        // Between the choice and the server's start, and while it is down, a port of the range for clients could be given to one
        // of anything on the machine, and one that calls it again and again could even reach itself.
        Port = ServerPorts.Free();
    }

    public int Port { get; }

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=hd;Database=postgres;Timeout=10";

    /// <summary>The process of the server itself.</summary>
    public int ProcessId => _process!.Id;

    /// <summary>Starts one.</summary>
    /// <param name="isDurable">Whether it waits for the disk; what is measured or killed needs it.</param>
    /// <param name="sweepsByItself">Whether it vacuums and analyses tables by itself, as servers do.</param>
    public static PostgreSqlServer Start(bool isDurable = false, bool sweepsByItself = true)
    {
        PostgreSqlPrograms.Require();
        var server = new PostgreSqlServer(isDurable, sweepsByItself);
        if (Environment.IsPrivilegedProcess)
        {
            Run("/usr/bin/chown", User, server._folder);
        }

        server.Execute("initdb", "-D", server.Data, "-U", "hd", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C");
        server.Up();
        return server;
    }

    /// <summary>Starts the process, and waits until it answers.</summary>
    public void Up()
    {
        _process = Process.Start(Command(
            "postgres", "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-k", _folder,
            "-c", $"fsync={(_isDurable ? "on" : "off")}", "-c", "max_connections=300", "-c", "shared_buffers=128MB", "-c", "autovacuum_naptime=5s",
            "-c", $"autovacuum={(_sweepsByItself ? "on" : "off")}"))!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (deadline.Elapsed < TimeSpan.FromMinutes(2))
            {
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>Ends the process as a failing machine would: at once, and with all connections.</summary>
    public void Crash()
    {
        Signal("-QUIT");
        _process!.WaitForExit();
    }

    /// <summary>Stops it where it stands, with the processes of all its connections.</summary>
    public void Pause() => SignalAll("-STOP");

    /// <summary>Lets it go on.</summary>
    public void Continue() => SignalAll("-CONT");

    /// <summary>Sends a signal to the server's own process.</summary>
    public void Signal(string signal) => Run("/usr/bin/kill", signal, ProcessId.ToString(CultureInfo.InvariantCulture));

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            Crash();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // The process itself first, so that it makes no further ones.
    private void SignalAll(string signal)
    {
        Signal(signal);
        var parent = $" {ProcessId.ToString(CultureInfo.InvariantCulture)} ";
        foreach (var folder in Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                // "number (name) state parent ...": the name may hold anything.
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                if (stat[(stat.LastIndexOf(')') + 3)..].StartsWith(parent, StringComparison.Ordinal))
                {
                    Run("/usr/bin/kill", signal, Path.GetFileName(folder));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile.
            }
        }
    }

    private string Data => Path.Combine(_folder, "data");

    private void Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(Command(program, arguments))!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} failed: {error.GetAwaiter().GetResult()}");
    }

    private ProcessStartInfo Command(string program, params string[] arguments)
    {
        var path = Path.Combine(PostgreSqlPrograms.Folder, program);

        // The server refuses root. setpriv becomes the program, so its number is the server's.
        string[] line = Environment.IsPrivilegedProcess
            ? ["/usr/bin/setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", path, .. arguments]
            : [path, .. arguments];
        return new ProcessStartInfo(line[0], line.Skip(1)) { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true };
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
    }
}
