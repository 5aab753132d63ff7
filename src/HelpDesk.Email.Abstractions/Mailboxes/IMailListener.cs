using System.Net;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailboxes;

/// <summary>A server of ours that mail is pushed to; the engine starts and stops it.</summary>
public interface IMailListener : IAsyncDisposable
{
    /// <summary>Where it listens; <see langword="null"/> before it was started.</summary>
    EndPoint? EndPoint { get; }

    /// <summary>Opens the port; when the task completes, clients can connect.</summary>
    /// <exception cref="HelpDeskConfigurationException">The port is taken or not allowed; the message names the key.</exception>
    Task StartAsync(IMailIntake intake, CancellationToken cancellationToken);

    /// <summary>Takes no new connections, lets mail that is being committed get its answer, and closes the rest.</summary>
    /// <param name="cancellationToken">Ends the waiting: connections are closed at once then.</param>
    Task StopAsync(CancellationToken cancellationToken);
}
