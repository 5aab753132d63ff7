using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace HelpDesk.Email.Benchmarks.Servers;

/// <summary>A PostgreSQL server of the benchmark's own, in a temporary folder, that waits for the disk; stopped by its own number.</summary>
internal sealed class PostgreSqlServer : IDisposable
{
    private const string Root = "/usr/lib/postgresql";

    private readonly string _folder = Directory.CreateTempSubdirectory("hde-bench-pg-").FullName;
    private readonly Process _process;

    private PostgreSqlServer(string programs)
    {
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", _folder);
        }

        var data = Path.Combine(_folder, "data");
        Wait(Start(programs, "initdb", "-D", data, "-U", "hd", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"));
        Port = FreePort();
        _process = Start(programs, "postgres", "-D", data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-k", _folder, "-c", "shared_buffers=128MB",

            // No checkpoint in the midst of what is measured: the turn that it falls into takes three times as long.
            "-c", "max_wal_size=8GB", "-c", "checkpoint_timeout=1h");
        for (var i = 0; !Answers(); i++)
        {
            Thread.Sleep(i < 600 ? 100 : throw new InvalidOperationException("The PostgreSQL server does not start."));
        }
    }

    public int Port { get; }

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=hd;Database=postgres;Include Error Detail=true";

    /// <summary>Starts one; <see langword="null"/> where the machine has none.</summary>
    public static PostgreSqlServer? TryStart() =>
        OperatingSystem.IsLinux() && Directory.Exists(Root) && Directory.GetDirectories(Root).Order(StringComparer.Ordinal).LastOrDefault() is { } newest
            ? new PostgreSqlServer(Path.Combine(newest, "bin"))
            : null;

    /// <summary>One number from the server.</summary>
    public async Task<long> NumberAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        Run("kill", "-QUIT", _process.Id.ToString(CultureInfo.InvariantCulture));
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private bool Answers()
    {
        try
        {
            using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            connection.Open();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private Process Start(string programs, string program, params string[] arguments)
    {
        var path = Path.Combine(programs, program);

        // The server refuses root. setpriv becomes the program, so its number is the server's.
        string[] line = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments] : [path, .. arguments];
        var process = Process.Start(new ProcessStartInfo(line[0], line.Skip(1)) { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private static void Run(string program, params string[] arguments) => Wait(Process.Start(new ProcessStartInfo(program, arguments))!);

    private static void Wait(Process process)
    {
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
