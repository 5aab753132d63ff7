using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Protocols.Tests.Outbound;

/// <summary>Transports to a server that offers this and no more.</summary>
internal sealed class KeepingServerFixture : SmtpFixture
{
    private readonly KeepingSmtpServer _server;

    public KeepingServerFixture(KeepingSmtpServer server)
    {
        _server = server;
        _server.Start();
    }

    public override bool TakesEightBit => _server.Extensions.Contains("8BITMIME");

    public override bool TakesInternationalAddresses => _server.Extensions.Contains("SMTPUTF8");

    protected override int Port => _server.Port;

    public override ValueTask<IReadOnlyList<ArrivedMail>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_server.Mails);

    public override async ValueTask GoAwayAsync(CancellationToken cancellationToken) => await _server.StopAsync();

    public override ValueTask ComeBackAsync(CancellationToken cancellationToken)
    {
        _server.Start();
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await base.DisposeAsync();
    }
}
