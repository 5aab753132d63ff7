using System.Net;
using System.Net.Http.Headers;
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

        // Escaped, so that no address can say more than itself.
        var recipients = string.Concat(mail.Recipients.Select(recipient => $"&to={Uri.EscapeDataString(recipient)}"));
        await using var octets = mail.Content.OpenRead();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"messages?from={Uri.EscapeDataString(mail.ReversePath)}{recipients}") { Content = new StreamContent(octets) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        request.Headers.Add("Idempotency-Key", mail.MessageId);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return Read(mail, response);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            // Nothing went out, and no mail is to blame.
            return DeliveryResult.Closed($"Acme can't be reached: {e.Message}", TimeSpan.FromMinutes(1));
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return DeliveryResult.ForAll(mail, RecipientStatus.Unknown, "The connection broke before Acme answered.");
        }
    }

    public ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(client.BaseAddress is { } address
            ? new CheckReport(true, $"Mail goes to {address}.")
            : new CheckReport(false, "The client has no BaseAddress; set it where the client is registered."));

    public ValueTask DisposeAsync()
    {
        // The client is shared, and disposed by whoever made it.
        _isDisposed = true;
        return ValueTask.CompletedTask;
    }

    private static DeliveryResult Read(OutboundMail mail, HttpResponseMessage response) => response.StatusCode switch
    {
        < HttpStatusCode.MultipleChoices => DeliveryResult.ForAll(mail, RecipientStatus.Accepted),
        HttpStatusCode.Unauthorized => DeliveryResult.Closed("Acme refuses the key; set Acme:Key.", TimeSpan.FromMinutes(15)),
        HttpStatusCode.TooManyRequests => DeliveryResult.Closed("Acme asks for a pause.", response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMinutes(1)),
        >= HttpStatusCode.InternalServerError => DeliveryResult.ForAll(mail, RecipientStatus.Deferred, $"Acme answered {(int)response.StatusCode}."),
        _ => DeliveryResult.ForAll(mail, RecipientStatus.Rejected, $"Acme answered {(int)response.StatusCode}."),
    };
}
#endregion
