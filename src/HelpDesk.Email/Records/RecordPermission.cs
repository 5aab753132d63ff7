using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Records;

/// <summary>Who may change records by mail.</summary>
internal static class RecordPermission
{
    /// <summary>The reason against it, or <see langword="null"/>.</summary>
    /// <param name="context">The mail.</param>
    /// <param name="module">The module.</param>
    /// <param name="least">What it asks for by itself; <see langword="null"/> where it does not do this at all.</param>
    public static string? WhyNot(InboundContext context, string module, ContactRole? least)
    {
        if (least is null)
        {
            return "this can't be done by mail";
        }

        var sender = context.Sender;
        if (!sender.HasAuthority)
        {
            return $"the sender is {sender.Trust}";
        }

        if (sender.Contact is { IsActive: false })
        {
            return "the sender is not active any more";
        }

        var needed = context.Settings.Records.Roles.TryGetValue(module, out var role) ? role : least.Value;
        return sender.Role < needed ? $"the sender is a {sender.Role.ToString().ToLowerInvariant()}, and Records:Roles:{module} is {needed}" : null;
    }
}
