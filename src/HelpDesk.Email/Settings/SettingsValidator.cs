using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Outbound;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Settings;

/// <summary>Says what is wrong with the settings: each message names the key and the fix.</summary>
internal sealed class SettingsValidator(IEnumerable<IMailboxSourceFactory> sources, IEnumerable<IOutboundTransportFactory> transports)
    : IValidateOptions<HelpDeskEmailOptions>
{
    private readonly IReadOnlyList<IMailboxSourceFactory> _sources = [.. sources];
    private readonly IReadOnlyList<IOutboundTransportFactory> _transports = [.. transports];

    public ValidateOptionsResult Validate(string? name, HelpDeskEmailOptions options)
    {
        var errors = new List<string>();
        foreach (var (mailbox, settings) in options.Mailboxes)
        {
            errors.AddRange(CheckMailbox(mailbox, settings, options));
        }

        foreach (var (account, settings) in options.Outgoing)
        {
            errors.AddRange(CheckAccount(account, settings));
        }

        errors.AddRange(CheckErrorMail(options));
        errors.AddRange(CheckNumbers(options));
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

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

    private static IEnumerable<string> CheckErrorMail(HelpDeskEmailOptions options)
    {
        var (key, errors) = ("HelpDeskEmail:Monitor:ErrorMail", options.Monitor.ErrorMail);
        if (errors.Level == ErrorMailLevel.Off)
        {
            yield break;
        }

        if (!EmailAddress.TryCreate(errors.Address, null, out var address))
        {
            yield return $"{key}:Address is '{errors.Address}', and Level is {errors.Level}; write the address that error mail goes to and comes from.";
        }
        else if (options.Mailboxes.FirstOrDefault(mailbox => mailbox.Value.IsReachedBy(address.Address)).Key is { } own)
        {
            yield return $"{key}:Address is that of mailbox {own}: errors would come in as tickets, and their errors too. Write an address outside the help desk.";
        }

        if (!options.Outgoing.ContainsKey(errors.Account))
        {
            yield return $"{key}:Account is '{errors.Account}', and HelpDeskEmail:Outgoing has no such account; it has {Names(options.Outgoing.Keys)}.";
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

    private static IEnumerable<string> CheckNumbers(HelpDeskEmailOptions options)
    {
        var processing = options.Processing;
        IEnumerable<string?> checks =
        [
            Range("Processing:BatchSize", processing.BatchSize, 1, 1000),
            Range("Processing:Concurrency", processing.Concurrency, 1, 64),
            Range("Processing:MaxAttempts", processing.MaxAttempts, 1, 100),
            Range("Processing:Lease", processing.Lease, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
            Range("Processing:PollInterval", processing.PollInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10)),
            Range("Processing:MaxWaitForParent", processing.MaxWaitForParent, TimeSpan.Zero, TimeSpan.FromHours(1)),
            Range("Processing:DuplicateWindow", processing.DuplicateWindow, TimeSpan.Zero, TimeSpan.FromDays(30)),
            Range("Processing:MaxDeliveryTime", processing.MaxDeliveryTime, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
            Range("Monitor:TicketAfterRefusedLogins", options.Monitor.TicketAfterRefusedLogins, 0, 100),
            Range("Retention:ContentAge", options.Retention.ContentAge, TimeSpan.Zero, TimeSpan.FromDays(3650)),
            Range("Retention:ContentCount", options.Retention.ContentCount, 0, 100_000_000),
            Range("Retention:ContentMegabytes", options.Retention.ContentMegabytes, 0, 100_000_000),
            Range("Retention:FailedMailAge", options.Retention.FailedMailAge, TimeSpan.Zero, TimeSpan.FromDays(3650)),
            Range("Limits:MaxMailOctets", options.Limits.MaxMailOctets, 1024L, 1L << 30),
            Range("Limits:MaxSubjectLength", options.Limits.MaxSubjectLength, 1, 998),
            Range("Limits:MaxAttachmentOctets", options.Limits.MaxAttachmentOctets, 0L, 1L << 30),
            Range("AutomaticAnswers:Delay", options.AutomaticAnswers.Delay, TimeSpan.Zero, TimeSpan.FromDays(1)),
            Range("AutomaticAnswers:MaxMailAge", options.AutomaticAnswers.MaxMailAge, TimeSpan.FromMinutes(1), TimeSpan.FromDays(365)),
            Range("AutomaticAnswers:MaxPerAddressIn30Minutes", options.AutomaticAnswers.MaxPerAddressIn30Minutes, 0, 1000),
            Range("AutomaticAnswers:MaxPerAddressInADay", options.AutomaticAnswers.MaxPerAddressInADay, 0, 10_000),
            Range("AutomaticAnswers:MaxPerTicketInAnHour", options.AutomaticAnswers.MaxPerTicketInAnHour, 0, 1000),
            Range("SmtpListener:Port", options.SmtpListener.Port, 0, 65_535),
            Range("SmtpListener:MaxConnections", options.SmtpListener.MaxConnections, 1, 10_000),
            Range("SmtpListener:MaxMailsPerConnection", options.SmtpListener.MaxMailsPerConnection, 1, 1_000_000),
            Range("SmtpListener:MaxErrors", options.SmtpListener.MaxErrors, 1, 10_000),
            Range("SmtpListener:IdleTimeout", options.SmtpListener.IdleTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            Range("SmtpListener:MaxRecipients", options.SmtpListener.MaxRecipients, 1, 1000),
            options.Monitor.TicketTemplate is { } template && string.IsNullOrWhiteSpace(template)
                ? "HelpDeskEmail:Monitor:TicketTemplate is empty; write the name of a template, or leave it out for the built-in words."
                : null,
            options.Correlation.SubjectTagPrefix.Length is 0 or > 40
                ? "HelpDeskEmail:Correlation:SubjectTagPrefix has to have 1 to 40 characters, for instance '#'."
                : null,
        ];
        return checks.OfType<string>();
    }

    private static string? Range<T>(string key, T value, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? string.Create(CultureInfo.InvariantCulture, $"HelpDeskEmail:{key} is {value}; write a value from {least} to {most}.")
            : null;

    private static string Names(IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        return list.Length == 0 ? "nothing" : list;
    }
}
