namespace HelpDesk.Email.QuickStart.Tests.Server;

/// <summary>One QuickStart for all tests of a class.</summary>
public sealed class RunningQuickStart : IAsyncLifetime
{
    private QuickStartProcess? _server;

    internal DataFolder Folder { get; } = new();

    internal QuickStartProcess Server => _server ?? throw new InvalidOperationException("It is not started.");

    public async ValueTask InitializeAsync() => _server = await QuickStartProcess.StartAsync(Folder);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Folder.Dispose();
    }
}
