using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region transport-factory
internal sealed class AcmeApiTransportFactory(HttpClient client) : IOutboundTransportFactory
{
    public string Kind => "AcmeApi";

    public IEnumerable<string> Validate(OutgoingAccountOptions account)
    {
        if (account.From is null)
        {
            yield return "From is missing; write the address that Acme sends as.";
        }
    }

    public IOutboundTransport Create(string name, OutgoingAccountOptions account) => new AcmeApiTransport(client);
}
#endregion
