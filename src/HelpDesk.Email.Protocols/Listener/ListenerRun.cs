using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Wire;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>One open port from its opening to its closing, with the clients that came through it.</summary>
internal sealed class ListenerRun : IDisposable
{
    private const int Backlog = 512;

    /// <summary>How long a stop waits for mail that is being committed, whatever its caller says.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket;
    private readonly Func<ListenerSettings> _settings;
    private readonly IMailIntake _intake;
    private readonly string? _spoolFolder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<long, Client> _clients = new();
    private readonly Task _accepting;
    private ListenerSettings _current;
    private int _open;

    private ListenerRun(Socket socket, ListenerSettings current, Func<ListenerSettings> settings, IMailIntake intake, string? spoolFolder, TimeProvider time, ILogger logger)
    {
        _socket = socket;
        _current = current;
        _settings = settings;
        _intake = intake;
        _spoolFolder = spoolFolder;
        _time = time;
        _logger = logger;
        EndPoint = (IPEndPoint)socket.LocalEndPoint!;
        _accepting = AcceptAllAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Opens the port.</summary>
    /// <param name="settings">The settings as they stand now; asked again for each client.</param>
    /// <param name="intake">Takes the mail.</param>
    /// <param name="spoolFolder">Where long mails are kept meanwhile.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public static ListenerRun Open(Func<ListenerSettings> settings, IMailIntake intake, string? spoolFolder, TimeProvider time, ILogger logger)
    {
        var current = settings();
        var endPoint = current.EndPoint;
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (endPoint.Address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            if (OperatingSystem.IsWindows())
            {
                // Elsewhere a second listener is refused anyway, and a restart must not wait for old connections.
                socket.ExclusiveAddressUse = true;
            }

            socket.Bind(endPoint);
            socket.Listen(Backlog);
            return new ListenerRun(socket, current, settings, intake, spoolFolder, time, logger);
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw Explain(exception, endPoint);
        }
    }

    /// <summary>Closes the port, lets mail that is being committed get its answer, and closes the rest.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var cancelling = _stopping.CancelAsync();
        _socket.Dispose();
        InterruptAll();
        await cancelling.ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);

        // Those who came while the port was closing.
        InterruptAll();

        try
        {
            await Task.WhenAll(_clients.Values.Select(client => client.Ended.Task)).WaitAsync(Grace, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            SmtpListenerLog.Cut(_logger, _clients.Count);
            foreach (var client in _clients.Values)
            {
                client.Connection.Abort();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket.Dispose();
        _stopping.Dispose();
    }

    private void InterruptAll()
    {
        foreach (var client in _clients.Values)
        {
            client.Connection.Interrupt();
        }
    }

    private static HelpDeskConfigurationException Explain(SocketException exception, IPEndPoint endPoint) => new(
        exception.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => $"SmtpListener:Port is {endPoint.Port}, and another program listens there. Stop it, or set another port; 0 lets the system choose one.",
            SocketError.AccessDenied => $"SmtpListener:Port is {endPoint.Port}, which this process may not open. Set one from 1024 on, or give the process the right.",
            SocketError.AddressNotAvailable => $"SmtpListener:Address is '{endPoint.Address}', which no network of this machine has. Set 127.0.0.1, or an address of this machine.",
            _ => $"SmtpListener:Address '{endPoint.Address}' and SmtpListener:Port {endPoint.Port} can't be opened ({exception.SocketErrorCode}). Set others.",
        },
        exception);

    private async Task AcceptAllAsync()
    {
        // The one that opens the port is not kept while clients queue up already.
        await Task.Yield();
        for (var number = 1L; !_stopping.IsCancellationRequested; number++)
        {
            Socket? socket = null;
            try
            {
                socket = await _socket.AcceptAsync(_stopping.Token).ConfigureAwait(false);
                await TakeAsync(number, socket).ConfigureAwait(false);
            }
            catch (Exception) when (_stopping.IsCancellationRequested)
            {
                socket?.Dispose();
            }
            catch (Exception exception)
            {
                socket?.Dispose();

                // A client that went at once, or too many open files: the next one may get through.
                SmtpListenerLog.AcceptFailed(_logger, exception);
                await Task.Delay(PauseAfterFailure, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async ValueTask TakeAsync(long number, Socket socket)
    {
        var settings = CurrentSettings();
        var connection = new Connection(socket, settings.Options.IdleTimeout, _time);
        if (Interlocked.Increment(ref _open) > settings.Options.MaxConnections)
        {
            Interlocked.Decrement(ref _open);
            SmtpListenerLog.ConnectionRefused(_logger, settings.Options.MaxConnections);
            SmtpReplies.Closing(settings.HostName, "4.3.2", "serves too many connections, try again later").WriteTo(connection.Output);
            await connection.CloseAsync(linger: TimeSpan.Zero).ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
            return;
        }

        SmtpListenerLog.Connected(_logger, number, connection.Remote);
        var client = new Client(connection, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _clients[number] = client;
        _ = ServeAsync(number, client, settings);
    }

    private ListenerSettings CurrentSettings()
    {
        try
        {
            return _current = _settings();
        }
        catch (HelpDeskConfigurationException exception)
        {
            // A mistake in a file that is re-read live closes no door that was open.
            SmtpListenerLog.SettingsWrong(_logger, exception);
            return _current;
        }
    }

    private async Task ServeAsync(long number, Client client, ListenerSettings settings)
    {
        // The next client must not wait until this one is slow.
        await Task.Yield();
        try
        {
            await using (client.Connection.ConfigureAwait(false))
            {
                await new SmtpSession(number, client.Connection, settings, _intake, _spoolFolder, _time, _logger).RunAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            SmtpListenerLog.Failed(_logger, exception, number);
        }
        finally
        {
            SmtpListenerLog.Disconnected(_logger, number);
            _clients.TryRemove(number, out _);
            Interlocked.Decrement(ref _open);
            client.Ended.SetResult();
        }
    }

    private sealed record Client(Connection Connection, TaskCompletionSource Ended);
}
