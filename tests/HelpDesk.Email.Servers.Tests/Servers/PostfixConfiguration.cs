using HelpDesk.Email.Servers.Tests.Certificates;

namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>The settings of Postfix: takes mail for the users of Dovecot, and from them, and delivers nowhere else.</summary>
internal static class PostfixConfiguration
{
    /// <summary>The mailboxes of this domain are written by Postfix itself, since Dovecot's LMTP has no SMTPUTF8.</summary>
    public const string Utf8Domain = "utf8.test";

    /// <summary>Nobody can write there just now, for as long as the tests run.</summary>
    public const string BusyAddress = $"busy@{MailServers.Domain}";

    /// <summary>Mail to this domain is taken, and then comes back: nobody is known there.</summary>
    public const string GoneDomain = "gone.test";

    /// <summary>Mail to this domain is taken, and then comes back: the mailboxes are full.</summary>
    public const string FullDomain = "full.test";

    public static string WriteMain(ServerFolder folder, DovecotPorts dovecot) => $"""
        compatibility_level = 3.6
        queue_directory = {folder["postfix/queue"]}
        data_directory = {folder["postfix/data"]}
        maillog_file = {folder["postfix/log"]}
        maillog_file_prefixes = {folder.Path}
        myhostname = mx.{MailServers.Domain}
        mydestination =
        mynetworks =
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        alias_maps =
        alias_database =
        local_recipient_maps =
        local_header_rewrite_clients =
        virtual_mailbox_domains = {MailServers.Domain}, {Utf8Domain}
        virtual_mailbox_base = {folder["mail"]}
        virtual_mailbox_maps = texthash:{folder["postfix/mailboxes"]}
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        virtual_transport = lmtp:inet:127.0.0.1:{dovecot.Lmtp}
        transport_maps = inline:{"{ {"} {Utf8Domain} = virtual: {"} {"} {GoneDomain} = lmtp:inet:127.0.0.1:{dovecot.Lmtp} {"} {"} {FullDomain} = full: {"} }"}
        default_transport = error:no outside delivery
        relay_transport = error:no outside delivery
        smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
        smtpd_recipient_restrictions = check_recipient_access inline:{"{ {"} {BusyAddress} = 450 4.2.1 The mailbox is busy {"} }"}
        recipient_delimiter = +
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = inet:127.0.0.1:{dovecot.Auth}
        smtpd_sasl_security_options = noanonymous
        smtpd_tls_security_level = may
        smtpd_tls_chain_files = {folder[$"tls/{Addresses.Good}.chain"]}
        smtpd_error_sleep_time = 0
        smtpd_client_connection_count_limit = 0
        smtpd_client_connection_rate_limit = 0
        smtputf8_enable = yes
        message_size_limit = 60000000
        mailbox_size_limit = 0
        virtual_mailbox_limit = 0
        in_flow_delay = 0
        default_destination_concurrency_limit = 20
        lmtp_destination_concurrency_limit = 20
        lmtp_destination_recipient_limit = 1
        minimal_backoff_time = 1s
        maximal_backoff_time = 2s
        queue_run_delay = 1s
        transport_retry_time = 1s
        lmtp_connection_cache_on_demand = yes

        """;

    public static string WriteMaster(ServerFolder folder, PostfixPorts ports) => $"""
        127.0.0.1:{ports.Smtp} inet n - n - - smtpd
        127.0.0.1:{ports.Smtps} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
        127.0.0.1:{ports.OldTls} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes -o smtpd_tls_protocols=TLSv1,TLSv1.1 -o smtpd_tls_mandatory_protocols=TLSv1,TLSv1.1 -o tls_medium_cipherlist=ALL:@SECLEVEL=0 -o smtpd_tls_ciphers=medium
        127.0.0.1:{ports.Expired} inet n - n - - smtpd -o smtpd_tls_chain_files={folder[$"tls/{Addresses.Expired}.chain"]}
        127.0.0.1:{ports.NoTls} inet n - n - - smtpd -o smtpd_tls_security_level=none
        127.0.0.1:{ports.Small} inet n - n - - smtpd -o message_size_limit=20000 -o smtpd_recipient_limit=2
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        proxywrite unix - - n - 1 proxymap
        smtp unix - - n - - smtp
        relay unix - - n - - smtp
        showq unix n - n - - showq
        error unix - - n - - error
        retry unix - - n - - error
        full unix - n n - - pipe user=nobody argv=/bin/sh -c {"{"}echo 5.2.2 Mailbox full; exit 69{"}"}
        discard unix - - n - - discard
        local unix - n n - - local
        virtual unix - n n - - virtual
        lmtp unix - - n - - lmtp
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd

        """;

    /// <summary>Who is known: every user, and one whose address has no ASCII.</summary>
    public static string WriteMailboxes(IReadOnlyList<MailUser> users) =>
        string.Concat(users.Select(user => $"{user.Address} {Path.GetFileName(user.Home)}/Maildir/\n"))
        + string.Concat(users.Select(user => $"jörg.{user.Address[..user.Address.IndexOf('@', StringComparison.Ordinal)]}@{Utf8Domain} {Path.GetFileName(user.Home)}/Maildir/\n"));
}
