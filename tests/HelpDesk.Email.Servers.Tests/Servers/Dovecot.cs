using System.Diagnostics;
using System.Globalization;
using HelpDesk.Email.Servers.Tests.Certificates;
using HelpDesk.Email.Servers.Tests.Tokens;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>A Dovecot of our own.</summary>
internal sealed class Dovecot : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _log;

    private Dovecot(Process process, string log, DovecotPorts ports)
    {
        _process = process;
        _log = log;
        Ports = ports;
    }

    public DovecotPorts Ports { get; }

    /// <summary>What it logged so far.</summary>
    public string Log => File.Exists(_log) ? File.ReadAllText(_log) : string.Empty;

    public static async Task<Dovecot> StartAsync(ServerFolder folder, IReadOnlyList<MailUser> users, CertificateShelf certificates, AccessTokens tokens)
    {
        var ports = new DovecotPorts();
        folder.Make("dovecot");
        folder.Make("dovecot/keys/default/HS256");
        folder.Write("dovecot/keys/default/HS256/default", tokens.Key);
        folder.Write("dovecot/users", string.Concat(users.Select(user => $"{user.Address}:{{PLAIN}}{user.Password}:65534:65534::{user.Home}::\n")));
        folder.Write("dovecot/oauth2", DovecotConfiguration.WriteOAuth2(folder));
        var settings = folder.Write("dovecot/settings", DovecotConfiguration.Write(folder, ports, certificates.ByAddress.Keys));
        var process = Process.Start(new ProcessStartInfo(ServerPrograms.Dovecot, ["-F", "-c", settings]) { RedirectStandardError = true })!;
        var server = new Dovecot(process, folder["dovecot/log"], ports);
        await server.IsReadyAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await ProgramRun.RunAsync("kill", "-TERM", _process.Id.ToString(CultureInfo.InvariantCulture));
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private Task<Dovecot> IsReadyAsync() => Eventually.GetAsync(
        async () =>
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"Dovecot did not start: {await _process.StandardError.ReadToEndAsync()}\n{Log}");
            }

            return await ServerPorts.IsOpenAsync(Ports.Imaps) && await ServerPorts.IsOpenAsync(Ports.Lmtp) ? this : null;
        },
        "Dovecot");
}
