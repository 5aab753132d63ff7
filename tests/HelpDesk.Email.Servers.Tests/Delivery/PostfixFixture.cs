using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Proxies;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>Postfix, with a user's mailbox at Dovecot behind it, for the conformance suite.</summary>
internal sealed class PostfixFixture : OutboundTransportFixture
{
    private readonly MailServers _servers;
    private readonly MailUser _user;
    private readonly int _port;
    private CuttingProxy? _way;

    public PostfixFixture(MailServers servers)
    {
        _servers = servers;
        _user = servers.NextUser();
        _way = new CuttingProxy(servers.Postfix.Ports.Smtp);
        _port = _way.Port;
    }

    public override string RejectedRecipient => $"nobody-by-this-name@{MailServers.Domain}";

    public override string DeferredRecipient => PostfixConfiguration.BusyAddress;

    public override string InternationalRecipient => $"jörg.{Name}@{PostfixConfiguration.Utf8Domain}";

    public override bool PrependsFields => true;

    public override bool CanGoAway => true;

    private string Name => _user.Address[.._user.Address.IndexOf('@', StringComparison.Ordinal)];

    // All of them are one mailbox; what is behind the sign tells them apart.
    public override string Recipient(int number) => $"{Name}+{number}@{MailServers.Domain}";

    public override IOutboundTransport Open() => Transports.To(_port, MailEncryption.StartTls, _servers, _user);

    public override async ValueTask<IReadOnlyList<ArrivedMail>> ListAsync(CancellationToken cancellationToken)
    {
        await Eventually.BecomesTrueAsync(() => _servers.Postfix.IsIdle, "an empty queue");
        return [.. new Maildir(_user).Mails().Select(Arrived)];
    }

    public override async ValueTask GoAwayAsync(CancellationToken cancellationToken)
    {
        await _way!.DisposeAsync();
        _way = null;
    }

    public override ValueTask ComeBackAsync(CancellationToken cancellationToken)
    {
        _way = new CuttingProxy(_servers.Postfix.Ports.Smtp, _port);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_way is not null)
        {
            await _way.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    // The disk has LF at the line ends; the envelope stands in the fields that the servers put in front.
    private static ArrivedMail Arrived(StoredMail mail) => new(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail.Octets).Replace("\n", "\r\n", StringComparison.Ordinal)))
    {
        ReversePath = mail.Header("Return-Path")!.Trim('<', '>'),
        Recipients = [mail.Header("Delivered-To")!.Trim('<', '>')],
    };
}
