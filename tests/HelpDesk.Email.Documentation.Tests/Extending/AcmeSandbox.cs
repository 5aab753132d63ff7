using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Documentation.Tests.Extending;

/// <summary>The other side of Acme's interface: keeps the mail of each key once, and refuses who is called so.</summary>
internal sealed class AcmeSandbox : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, ArrivedMail> _mails = new(StringComparer.Ordinal);

    public IReadOnlyList<ArrivedMail> Mails => [.. _mails.Values];

    public bool IsAway { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The sandbox is away.");
        }

        if (request.Method == HttpMethod.Get)
        {
            return new HttpResponseMessage(HttpStatusCode.OK);
        }

        var octets = await ReadAsync(request.Content!, cancellationToken);
        var parts = request.RequestUri!.Query.TrimStart('?').Split('&').Select(part => part.Split('=')).ToLookup(part => part[0], part => Uri.UnescapeDataString(part[1]));
        var refusals = parts["to"].Select(Refuse).OfType<AcmeRefusal>().ToList();
        string[] taken = [.. parts["to"].Except(refusals.Select(refusal => refusal.Address))];
        if (taken.Length > 0)
        {
            _mails.TryAdd(request.Headers.GetValues("Idempotency-Key").Single(), new ArrivedMail(octets) { ReversePath = parts["from"].Single(), Recipients = taken });
        }

        return new HttpResponseMessage(HttpStatusCode.Accepted) { Content = JsonContent.Create(refusals) };
    }

    private static AcmeRefusal? Refuse(string address) => address switch
    {
        AcmeApiFixture.Gone => new AcmeRefusal(address, IsFinal: true, "Nobody has this address."),
        AcmeApiFixture.Busy => new AcmeRefusal(address, IsFinal: false, "The mailbox is full."),
        _ => null,
    };

    // In a file while it comes: the suite looks at what the transport holds in memory, and the sandbox is in the same process.
    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
        await content.CopyToAsync(file, cancellationToken);
        var octets = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(octets, cancellationToken);
        return octets;
    }
}
