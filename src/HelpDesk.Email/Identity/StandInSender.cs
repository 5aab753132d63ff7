using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Identity;

/// <summary>The requester of a mail that names none. It says so on its face, and nothing is ever sent to it (RFC 2606).</summary>
internal static class StandInSender
{
    private const string Domain = "sender.invalid";

    /// <summary>Its address.</summary>
    public static EmailAddress Address { get; } = EmailAddress.Create($"unknown@{Domain}");

    /// <summary>Whether an address is it.</summary>
    public static bool Is(EmailAddress address) => address.Domain == Domain;
}
