using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Outbound;

/// <summary>Makes the transports of one kind, anew whenever the settings of an account change.</summary>
public interface IOutboundTransportFactory
{
    /// <summary>The value of <see cref="OutgoingAccountOptions.Kind"/> that means this factory; compared without case.</summary>
    string Kind { get; }

    /// <summary>Says what is wrong with the settings, each with the key below the account and the fix; nothing when all is well.</summary>
    IEnumerable<string> Validate(OutgoingAccountOptions account);

    /// <summary>Makes a transport; connects nothing.</summary>
    /// <param name="name">The name of the account.</param>
    /// <param name="account">Its settings.</param>
    IOutboundTransport Create(string name, OutgoingAccountOptions account);
}
