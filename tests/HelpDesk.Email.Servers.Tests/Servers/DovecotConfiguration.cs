using HelpDesk.Email.Servers.Tests.Certificates;

namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>The settings of Dovecot: IMAP, POP3, LMTP, and the log-ins of Postfix.</summary>
internal static class DovecotConfiguration
{
    public static string Write(ServerFolder folder, DovecotPorts ports, IEnumerable<string> addresses) => $$"""
        protocols = imap pop3 lmtp
        listen = {{string.Join(", ", addresses)}}
        base_dir = {{folder["dovecot/run"]}}
        state_dir = {{folder["dovecot/state"]}}
        log_path = {{folder["dovecot/log"]}}
        ssl = yes
        ssl_cert = <{{folder[$"tls/{Addresses.Good}.pem"]}}
        ssl_key = <{{folder[$"tls/{Addresses.Good}.key"]}}
        {{string.Join("\n", addresses.Select(address => $"local {address} {{\n  ssl_cert = <{folder[$"tls/{address}.pem"]}\n  ssl_key = <{folder[$"tls/{address}.key"]}\n}}"))}}
        disable_plaintext_auth = no
        auth_mechanisms = plain login xoauth2 oauthbearer
        auth_failure_delay = 0
        passdb {
          driver = passwd-file
          args = {{folder["dovecot/users"]}}
          mechanisms = plain login
        }
        passdb {
          driver = oauth2
          args = {{folder["dovecot/oauth2"]}}
          mechanisms = xoauth2 oauthbearer
        }
        userdb {
          driver = passwd-file
          args = {{folder["dovecot/users"]}}
        }
        mail_location = maildir:~/Maildir
        mail_fsync = never
        mail_max_userip_connections = 0
        first_valid_uid = 1
        default_process_limit = 300
        default_client_limit = 2000
        namespace inbox {
          inbox = yes
        }
        service imap-login {
          service_count = 0
          process_min_avail = 1
          inet_listener imap {
            port = {{ports.Imap}}
          }
          inet_listener imaps {
            port = {{ports.Imaps}}
            ssl = yes
          }
        }
        service pop3-login {
          service_count = 0
          process_min_avail = 1
          inet_listener pop3 {
            port = {{ports.Pop3}}
          }
          inet_listener pop3s {
            port = {{ports.Pop3s}}
            ssl = yes
          }
        }
        service imap {
          service_count = 100
          process_min_avail = 2
        }
        service pop3 {
          service_count = 100
          process_min_avail = 2
        }
        service lmtp {
          inet_listener lmtp {
            address = 127.0.0.1
            port = {{ports.Lmtp}}
          }
        }
        service auth {
          inet_listener {
            address = 127.0.0.1
            port = {{ports.Auth}}
          }
        }
        service anvil {
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }

        """;

    public static string WriteOAuth2(ServerFolder folder) => $"""
        introspection_mode = local
        local_validation_key_dict = fs:posix:prefix={folder["dovecot/keys"]}/
        username_attribute = email

        """;
}
