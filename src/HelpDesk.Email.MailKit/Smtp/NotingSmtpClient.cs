using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace HelpDesk.Email.MailKit.Smtp;

/// <summary>The library's client, but a refused recipient is a value and ends nothing, and a mail is not prepared for anything.</summary>
/// <param name="words">Hears what the server says.</param>
internal sealed class NotingSmtpClient(IProtocolLogger words) : SmtpClient(words)
{
    private readonly Dictionary<string, SmtpAnswer> _recipients = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the server said to each recipient of the mail that is sent.</summary>
    public IReadOnlyDictionary<string, SmtpAnswer> Recipients => _recipients;

    /// <summary>What it said to the sender.</summary>
    public SmtpAnswer? Sender { get; private set; }

    /// <summary>How long the mail is that is sent.</summary>
    public long Octets { get; set; }

    /// <summary>Whether reports on the delivery are wanted.</summary>
    public bool WantsReports { get; private set; }

    /// <summary>Another mail begins.</summary>
    /// <param name="octets">How long it is.</param>
    /// <param name="wantsReports">Whether reports on its delivery are wanted; where not, the server is asked for none (RFC 3461).</param>
    public void Begin(long octets, bool wantsReports)
    {
        WantsReports = wantsReports;
        _recipients.Clear();
        Sender = null;
        Octets = octets;
    }

    /// <inheritdoc/>
    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => Sender = Read(response);

    /// <inheritdoc/>
    protected override void OnSenderNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        Sender = Read(response);
        base.OnSenderNotAccepted(message, mailbox, response);
    }

    /// <inheritdoc/>
    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => _recipients[mailbox.Address] = Read(response);

    // The base throws, and leaves those out that would have been accepted.
    /// <inheritdoc/>
    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => _recipients[mailbox.Address] = Read(response);

    // The library throws after this one; what each recipient was told is noted by then.
    /// <inheritdoc/>
    protected override void OnNoRecipientsAccepted(MimeMessage message)
    {
    }

    /// <inheritdoc/>
    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
        WantsReports ? null : DeliveryStatusNotification.Never;

    /// <inheritdoc/>
    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
    }

    /// <inheritdoc/>
    protected override long GetSize(FormatOptions options, MimeMessage message, CancellationToken cancellationToken) => Octets;

    /// <inheritdoc/>
    protected override Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken) => Task.FromResult(Octets);

    private static SmtpAnswer Read(SmtpResponse response) => SmtpAnswer.Of(response.StatusCode, response.Response);
}
