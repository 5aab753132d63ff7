using HelpDesk.Email.Servers.Tests.Certificates;
using HelpDesk.Email.Servers.Tests.Tokens;

namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>Dovecot and Postfix for all tests: mail goes in by SMTP, on by LMTP, and out by IMAP and POP3.</summary>
public sealed class MailServers : IAsyncLifetime
{
    public const string Domain = "servers.test";

    private const int Users = 400;

    private readonly ServerFolder? _folder;
    private readonly CertificateShelf _certificates = new();
    private readonly List<MailUser> _users = [];
    private Dovecot? _dovecot;
    private Postfix? _postfix;
    private int _given;

    public MailServers()
    {
        if (ServerPrograms.Missing is null)
        {
            _folder = new ServerFolder();
            _folder.Make("mail", isForEverybody: true);
            for (var i = 1; i <= Users; i++)
            {
                _users.Add(new MailUser($"box{i:000}@{Domain}", $"secret-{Guid.NewGuid():N}", _folder[$"mail/{i:000}"]));
            }
        }
    }

    /// <summary>Dovecot; the test is skipped where it is not installed.</summary>
    internal Dovecot Dovecot => Required(_dovecot);

    /// <summary>Postfix; the test is skipped where it is not installed.</summary>
    internal Postfix Postfix => Required(_postfix);

    internal CertificateShelf Certificates => _certificates;

    internal AccessTokens Tokens { get; } = new();

    /// <summary>The file with the root that a program has to trust to find the servers' certificates good.</summary>
    internal string TrustedRoots => Required(_folder)[CertificateShelf.Root];

    public async ValueTask InitializeAsync()
    {
        if (_folder is not null)
        {
            _certificates.Write(_folder);
            _dovecot = await Dovecot.StartAsync(_folder, _users, _certificates, Tokens);
            _postfix = await Postfix.StartAsync(_folder, _users, _dovecot.Ports);
        }
    }

    /// <summary>A user that no other test has.</summary>
    internal MailUser NextUser()
    {
        ServerPrograms.Require();
        var user = _users[Interlocked.Increment(ref _given) - 1];
        _folder!.Make(user.Home, isForEverybody: true);
        return user;
    }

    public async ValueTask DisposeAsync()
    {
        if (_postfix is not null)
        {
            await _postfix.DisposeAsync();
        }

        if (_dovecot is not null)
        {
            await _dovecot.DisposeAsync();
        }

        _certificates.Dispose();
        _folder?.Dispose();
    }

    private static T Required<T>(T? server)
        where T : class
    {
        ServerPrograms.Require();
        return server ?? throw new InvalidOperationException("It is not started.");
    }
}
