using System.Collections.Concurrent;
using System.Net;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Listener;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Protocols.Tests.Outbound;

/// <summary>Transports to our own listener.</summary>
internal sealed class ListenerFixture : SmtpFixture, IMailIntake
{
    private readonly Folder _spool = new();
    private readonly SmtpListenerOptions _options = new() { Port = 0, HostName = "keeping.test" };
    private readonly ConcurrentQueue<ArrivedMail> _mails = new();
    private readonly SmtpListener _listener;
    private bool _isStarted;

    public ListenerFixture() =>
        _listener = new SmtpListener(_options, new LimitsOptions { MaxMailOctets = 64 << 20 }, new ManualTime(), new RecordingLogger<SmtpListener>(), _spool.Path);

    protected override int Port
    {
        get
        {
            Start();
            return _options.Port;
        }
    }

    public string? FindMailbox(string address) => address switch
    {
        "gone@conformance.test" => null,
        "busy@conformance.test" => throw new InvalidOperationException("The catalog is away."),
        _ => "support",
    };

    public async ValueTask<IReadOnlyList<long>> AcceptAsync(IntakeRequest request, CancellationToken cancellationToken)
    {
        using var octets = new MemoryStream();
        await using var content = request.Content.OpenRead();
        await content.CopyToAsync(octets, cancellationToken);
        _mails.Enqueue(new ArrivedMail(octets.ToArray()) { ReversePath = request.ReversePath, Recipients = request.EnvelopeRecipients });
        return [_mails.Count];
    }

    public override ValueTask<IReadOnlyList<ArrivedMail>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<ArrivedMail>>([.. _mails]);

    public override async ValueTask GoAwayAsync(CancellationToken cancellationToken) => await StopAsync(cancellationToken);

    public override ValueTask ComeBackAsync(CancellationToken cancellationToken)
    {
        Start();
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _spool.Dispose();
        await base.DisposeAsync();
    }

    private void Start()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            Assert.True(_listener.StartAsync(this, CancellationToken.None).IsCompletedSuccessfully);
            _options.Port = ((IPEndPoint)_listener.EndPoint!).Port;
        }
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_isStarted)
        {
            _isStarted = false;
            using var guard = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            guard.CancelAfter(TimeSpan.FromSeconds(1));
            await _listener.StopAsync(guard.Token);
        }
    }
}
