using System.Net;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>The settings of the listener, checked.</summary>
internal sealed class ListenerSettings
{
    private ListenerSettings(SmtpListenerOptions options, long maxMailOctets, IPEndPoint endPoint, string hostName)
    {
        Options = options;
        MaxMailOctets = maxMailOctets;
        EndPoint = endPoint;
        HostName = hostName;
    }

    /// <summary>The settings as they were given.</summary>
    public SmtpListenerOptions Options { get; }

    /// <summary>The longest mail, in octets.</summary>
    public long MaxMailOctets { get; }

    /// <summary>Where to listen.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The name to greet with.</summary>
    public string HostName { get; }

    /// <summary>Checks settings.</summary>
    /// <exception cref="HelpDeskConfigurationException">One is wrong; the message names the key and the fix.</exception>
    public static ListenerSettings From(SmtpListenerOptions options, LimitsOptions limits)
    {
        Require(options.Port is >= 0 and <= IPEndPoint.MaxPort, "Port", "a port from 1 to 65535, or 0 for one that the system chooses", options.Port);
        Require(options.MaxConnections is >= 1 and <= 10_000, "MaxConnections", "a number from 1 to 10,000", options.MaxConnections);
        Require(options.MaxRecipients is >= 1 and <= 1_000, "MaxRecipients", "a number from 1 to 1,000", options.MaxRecipients);
        Require(options.MaxMailsPerConnection >= 1, "MaxMailsPerConnection", "at least 1", options.MaxMailsPerConnection);
        Require(options.MaxErrors >= 1, "MaxErrors", "at least 1", options.MaxErrors);
        Require(options.IdleTimeout > TimeSpan.Zero && options.IdleTimeout <= TimeSpan.FromDays(1), "IdleTimeout", "more than 0 and at most a day", options.IdleTimeout);
        Require(limits.MaxMailOctets >= 1, "Limits:MaxMailOctets", "at least 1", limits.MaxMailOctets, section: string.Empty);
        Require(options.HostName is null || IsHostName(options.HostName), "HostName", "a host name, for instance mail.example.com", options.HostName);
        return new ListenerSettings(options, limits.MaxMailOctets, new IPEndPoint(AddressOf(options), options.Port), options.HostName ?? MachineName());
    }

    private static IPAddress AddressOf(SmtpListenerOptions options)
    {
        if (options.Address.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IPAddress.Loopback;
        }

        var isAddress = IPAddress.TryParse(options.Address, out var address);
        Require(isAddress, "Address", "an IP address: 127.0.0.1 for this machine alone, 0.0.0.0 or :: for every network it is in", options.Address);
        return address!;
    }

    private static string MachineName() => IsHostName(Environment.MachineName) ? Environment.MachineName : "localhost";

    private static bool IsHostName(string name) =>
        name.Length is > 0 and <= 255 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && name[0] != '.' && name[^1] != '.';

    private static void Require(bool holds, string key, string expected, object? found, string section = "SmtpListener:")
    {
        if (!holds)
        {
            throw new HelpDeskConfigurationException($"{section}{key} is '{found}'. Set it to {expected}.");
        }
    }
}
