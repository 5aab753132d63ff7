using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>A Postfix of our own, beside any other on the machine.</summary>
internal sealed class Postfix : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _log;

    private Postfix(ServerFolder folder, PostfixPorts ports)
    {
        _folder = folder["postfix"];
        _log = folder["postfix/log"];
        Ports = ports;
    }

    public PostfixPorts Ports { get; }

    /// <summary>What it logged so far.</summary>
    public string Log => File.Exists(_log) ? File.ReadAllText(_log) : string.Empty;

    /// <summary>Whether nothing waits to be delivered.</summary>
    public bool IsIdle => !new[] { "maildrop", "incoming", "active", "deferred" }
        .Any(queue => Directory.EnumerateFiles(Path.Combine(_folder, "queue", queue), "*", SearchOption.AllDirectories).Any());

    public static async Task<Postfix> StartAsync(ServerFolder folder, IReadOnlyList<MailUser> users, DovecotPorts dovecot)
    {
        var ports = new PostfixPorts();
        folder.Make("postfix");
        folder.Make("postfix/queue");
        await ProgramRun.RunAsync("chown", "postfix", folder.Make("postfix/data"));
        folder.Write("postfix/mailboxes", PostfixConfiguration.WriteMailboxes(users));
        folder.Write("postfix/main.cf", PostfixConfiguration.WriteMain(folder, dovecot));
        folder.Write("postfix/master.cf", PostfixConfiguration.WriteMaster(folder, ports));
        var server = new Postfix(folder, ports);
        await ProgramRun.RunAsync(ServerPrograms.Postfix, "-c", server._folder, "start");
        await Eventually.GetAsync(async () => await ServerPorts.IsOpenAsync(ports.Smtp) ? server : null, "Postfix");
        return server;
    }

    public async ValueTask DisposeAsync() => await ProgramRun.RunAsync(ServerPrograms.Postfix, "-c", _folder, "stop");
}
