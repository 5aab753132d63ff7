using System.Collections.Concurrent;
using System.Net;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Documentation.Tests.Extending;

/// <summary>The other side of Acme's interface: keeps the last mail of each key.</summary>
internal sealed class AcmeSandbox : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, ArrivedMail> _mails = new(StringComparer.Ordinal);

    public IReadOnlyList<ArrivedMail> Mails => [.. _mails.Values];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var octets = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var parts = request.RequestUri!.Query.TrimStart('?').Split('&').Select(part => part.Split('=')).ToLookup(part => part[0], part => Uri.UnescapeDataString(part[1]));
        _mails[request.Headers.GetValues("Idempotency-Key").Single()] = new ArrivedMail(octets) { ReversePath = parts["from"].Single(), Recipients = [.. parts["to"]] };
        return new HttpResponseMessage(HttpStatusCode.Accepted);
    }
}
