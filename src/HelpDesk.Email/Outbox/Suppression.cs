using System.Globalization;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Outbox;

/// <summary>Keeps mail from addresses that get none for a time.</summary>
internal static class Suppression
{
    /// <summary>What is suppressed of the recipients of some mails, by address.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, SuppressedAddress>> FindAsync(
        ISuppressedAddresses addresses, IReadOnlyList<OutboxClaim> claims, CancellationToken cancellationToken)
    {
        var recipients = claims.SelectMany(claim => claim.Entry.Recipients).Select(recipient => Key(recipient.Address)).Distinct().ToList();
        var found = await addresses.FindAsync(recipients, cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(each => each.Address, StringComparer.Ordinal);
    }

    /// <summary>The row as it is sent: who is suppressed is left out, with the reason.</summary>
    public static OutboxEntry Apply(OutboxEntry entry, IReadOnlyDictionary<string, SuppressedAddress> suppressed) =>
        suppressed.Count == 0 ? entry : entry with
        {
            Recipients =
            [
                .. entry.Recipients.Select(recipient => recipient.State == OutboxRecipientState.Pending && suppressed.TryGetValue(Key(recipient.Address), out var known)
                    ? recipient with { State = OutboxRecipientState.Suppressed, Reply = Reason(known) }
                    : recipient),
            ],
        };

    /// <summary>The row's end where nobody is left to send to.</summary>
    public static SetAsideCommit End(OutboxEntry entry)
    {
        var isSuppressed = entry.Recipients.Any(recipient => recipient.State == OutboxRecipientState.Suppressed);
        var reason = entry.Recipients.FirstOrDefault(recipient => recipient.State == OutboxRecipientState.Suppressed)?.Reply ?? "there is no recipient left to send it to";
        return new SetAsideCommit(isSuppressed ? OutboxState.Suppressed : OutboxState.Failed, entry.Recipients, reason);
    }

    /// <summary>An address as it is suppressed.</summary>
    public static string Key(string address) => address.ToLowerInvariant();

    private static string Reason(SuppressedAddress known) =>
        string.Create(CultureInfo.InvariantCulture, $"The address gets no mail until {known.Until:yyyy-MM-dd}: {known.Reason}");
}
