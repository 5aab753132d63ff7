using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Identity;

/// <summary>Who may have more done by mail than words added to a ticket.</summary>
internal static class SenderPermission
{
    /// <summary>The reason against it, or <see langword="null"/>.</summary>
    /// <param name="sender">Who asks.</param>
    /// <param name="least">The least that somebody has to be.</param>
    /// <param name="key">The setting that says so, for the reason.</param>
    public static string? WhyNot(SenderIdentity sender, ContactRole least, string key) =>
        !sender.HasAuthority ? $"the sender is {sender.Trust}"
        : sender.Contact is { IsActive: false } ? "the sender is not active any more"
        : sender.Role < least ? $"the sender is a {sender.Role.ToString().ToLowerInvariant()}, and {key} is {least}"
        : null;
}
