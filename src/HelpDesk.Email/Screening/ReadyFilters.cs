using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Screening;

/// <summary>The lists that are there to be switched on: the names under which mail servers write, and the subjects that they write.</summary>
internal static class ReadyFilters
{
    private const string Key = "Filters:UsePreconfigured";

    /// <summary>Names of senders: the whole user name, or the name beside the address.</summary>
    public static SenderFilter Senders { get; } = new(
        new TextFilter(Key, ["Postmaster", "Mail Delivery Subsystem", "System Administrator", "Mailer-Daemon"], Partly: false),
        [SenderPart.User, SenderPart.Name]);

    /// <summary>Pieces of subjects.</summary>
    public static TextFilter Subjects { get; } = new(
        Key,
        [
            "Undeliverable Mail",
            "Returned Mail",
            "Mail System Error",
            "Delivery Error",
            "Undeliverable:",
            "Failure Notice",
            "Nondeliverable Mail",
            "Mail Delivery Failure",
            "Message Status - undeliverable",
            "Warning: Could not send message",
            "Delivery Notification: Delivery has failed",
            "Mail Undeliverable: Failure Detected",
            "Message Status - opened",
            "Returned Mail: Service Unavailable",
            "Out of Office",
        ],
        Partly: true);
}
