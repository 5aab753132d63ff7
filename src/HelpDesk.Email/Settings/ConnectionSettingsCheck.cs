using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Settings;

/// <summary>Says what is wrong with the mailboxes and the outgoing accounts.</summary>
internal sealed class ConnectionSettingsCheck(IEnumerable<IMailboxSourceFactory> sources, IEnumerable<IOutboundTransportFactory> transports) : ISettingsCheck
{
    private readonly IReadOnlyList<IMailboxSourceFactory> _sources = [.. sources];
    private readonly IReadOnlyList<IOutboundTransportFactory> _transports = [.. transports];

    public IEnumerable<string> Check(HelpDeskEmailOptions options) =>
        options.Mailboxes.SelectMany(mailbox => CheckMailbox(mailbox.Key, mailbox.Value, options))
            .Concat(options.Outgoing.SelectMany(account => CheckAccount(account.Key, account.Value)));

    private IEnumerable<string> CheckMailbox(string name, MailboxOptions mailbox, HelpDeskEmailOptions options)
    {
        var key = $"HelpDeskEmail:Mailboxes:{name}";
        if (!mailbox.Enabled)
        {
            yield break;
        }

        if (!EmailAddress.TryCreate(mailbox.Address, null, out _))
        {
            yield return $"{key}:Address is '{mailbox.Address}'; write the mailbox's own address, for instance support@example.com.";
        }

        if (mailbox.CheckInterval < TimeSpan.FromSeconds(1) || mailbox.CheckInterval > TimeSpan.FromMinutes(9999))
        {
            yield return $"{key}:CheckInterval is {mailbox.CheckInterval}; write a time from 00:00:01 to 9,999 minutes.";
        }

        if (mailbox.MaxPerCheck is < 1 or > 9999)
        {
            yield return $"{key}:MaxPerCheck is {mailbox.MaxPerCheck}; write a number from 1 to 9999.";
        }

        if (mailbox.DefaultCharset is { } read && !MailCharsets.CanRead(read))
        {
            yield return $"{key}:DefaultCharset is '{read}', and no such charset is known; write its IANA name, for instance iso-8859-2, or leave it out for windows-1252.";
        }

        if (!MailCharsets.CanWrite(mailbox.OutgoingCharset))
        {
            yield return $"{key}:OutgoingCharset is '{mailbox.OutgoingCharset}', and mail can't be written in it; write utf-8, or the IANA name of a charset that contains ASCII, for instance windows-1252.";
        }

        foreach (var error in CheckServer(mailbox))
        {
            yield return $"{key}:{error}";
        }

        if (mailbox.InitialImport == InitialImport.Since && mailbox.InitialImportSince is null)
        {
            yield return $"{key}:InitialImportSince is missing, and InitialImport is Since; write a moment, for instance 2026-11-01T00:00:00Z.";
        }

        if (options.Outgoing.Count > 0 && !options.Outgoing.ContainsKey(mailbox.Account))
        {
            yield return $"{key}:Account is '{mailbox.Account}', and HelpDeskEmail:Outgoing has no such account; it has {Names(options.Outgoing.Keys)}.";
        }

        if (!mailbox.Kind.Equals("None", StringComparison.OrdinalIgnoreCase))
        {
            var factory = _sources.FirstOrDefault(source => source.Kind.Equals(mailbox.Kind, StringComparison.OrdinalIgnoreCase));
            if (factory is null)
            {
                yield return $"{key}:Kind is '{mailbox.Kind}'; the packages that are registered read {Names(_sources.Select(source => source.Kind).Append("None"))}.";
            }

            foreach (var error in factory?.Validate(mailbox) ?? [])
            {
                yield return $"{key}:{error}";
            }
        }
    }

    private IEnumerable<string> CheckAccount(string name, OutgoingAccountOptions account)
    {
        var key = $"HelpDeskEmail:Outgoing:{name}";
        if (account.From is not null && !EmailAddress.TryCreate(account.From, null, out _))
        {
            yield return $"{key}:From is '{account.From}'; write an address, or leave it out to use the mailbox's own.";
        }

        foreach (var error in CheckServer(account))
        {
            yield return $"{key}:{error}";
        }

        var factory = _transports.FirstOrDefault(transport => transport.Kind.Equals(account.Kind, StringComparison.OrdinalIgnoreCase));
        if (factory is null)
        {
            yield return $"{key}:Kind is '{account.Kind}'; the packages that are registered send by {Names(_transports.Select(transport => transport.Kind))}.";
        }

        foreach (var error in factory?.Validate(account) ?? [])
        {
            yield return $"{key}:{error}";
        }
    }

    private static IEnumerable<string> CheckServer(MailServerOptions server)
    {
        if (server.Port is < 1 or > 65_535)
        {
            yield return $"Port is {server.Port}; write a number from 1 to 65535, or leave it out for the usual one.";
        }

        if (server.Timeout < TimeSpan.FromSeconds(1) || server.Timeout > TimeSpan.FromMinutes(30))
        {
            yield return $"Timeout is {server.Timeout}; write a time from 00:00:01 to 30 minutes.";
        }
    }

    private static string Names(IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        return list.Length == 0 ? "nothing" : list;
    }
}
