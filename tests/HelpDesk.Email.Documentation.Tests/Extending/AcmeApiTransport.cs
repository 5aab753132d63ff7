using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region transport
/// <summary>Sends mail by the HTTP interface of a provider.</summary>
internal sealed class AcmeApiTransport(HttpClient client) : IOutboundTransport
{
    private bool _isDisposed;

    public async ValueTask<DeliveryResult> SendAsync(OutboundMail mail, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (mail.Recipients.Count == 0)
        {
            throw new ArgumentException("A mail needs a recipient.", nameof(mail));
        }

        // Escaped, so that no address can say more than itself. The key is the same when the attempt is made again, and another
        // one for the recipients that are left: by the Message-ID alone Acme would take them for served.
        var recipients = string.Concat(mail.Recipients.Select(recipient => $"&to={Uri.EscapeDataString(recipient)}"));
        await using var octets = mail.Content.OpenRead();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"messages?from={Uri.EscapeDataString(mail.ReversePath)}{recipients}") { Content = new StreamContent(octets) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        request.Headers.Add("Idempotency-Key", $"{mail.MessageId} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipients)))}");
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return await ReadAsync(mail, response);
        }
        catch (HttpRequestException e) when (IsAway(e))
        {
            // Nothing went out, and no mail is to blame.
            return DeliveryResult.Closed($"Acme can't be reached: {e.Message}", TimeSpan.FromMinutes(1));
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return DeliveryResult.ForAll(mail, RecipientStatus.Unknown, "The connection broke before Acme answered.");
        }
    }

    public async ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("account", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode
                ? new CheckReport(true, $"Mail goes to {client.BaseAddress}.")
                : new CheckReport(false, $"Acme answered {(int)response.StatusCode}; look after Acme:Key.");
        }
        catch (HttpRequestException e)
        {
            return new CheckReport(false, $"Acme can't be reached: {e.Message}");
        }
    }

    public ValueTask DisposeAsync()
    {
        // The client is shared, and disposed by whoever made it.
        _isDisposed = true;
        return ValueTask.CompletedTask;
    }

    private static bool IsAway(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    private static async ValueTask<DeliveryResult> ReadAsync(OutboundMail mail, HttpResponseMessage response) => response.StatusCode switch
    {
        // What was taken is told, whoever stops waiting now: the answer is here already.
        < HttpStatusCode.MultipleChoices => Read(mail, await response.Content.ReadFromJsonAsync<AcmeRefusal[]>(CancellationToken.None) ?? []),
        HttpStatusCode.Unauthorized => DeliveryResult.Closed("Acme refuses the key; set Acme:Key.", TimeSpan.FromMinutes(15)),
        HttpStatusCode.TooManyRequests => DeliveryResult.Closed("Acme asks for a pause.", response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMinutes(1)),
        >= HttpStatusCode.InternalServerError => DeliveryResult.ForAll(mail, RecipientStatus.Deferred, $"Acme answered {(int)response.StatusCode}."),
        _ => DeliveryResult.ForAll(mail, RecipientStatus.Rejected, $"Acme answered {(int)response.StatusCode}."),
    };

    private static DeliveryResult Read(OutboundMail mail, AcmeRefusal[] refusals) => new([.. mail.Recipients.Select(address =>
        Array.Find(refusals, refusal => refusal.Address == address) is { } refusal
            ? new RecipientResult(address, refusal.IsFinal ? RecipientStatus.Rejected : RecipientStatus.Deferred, Reply: refusal.Reason)
            : new RecipientResult(address, RecipientStatus.Accepted))]);
}
#endregion
