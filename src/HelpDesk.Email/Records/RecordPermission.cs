using HelpDesk.Email.Contacts;
using HelpDesk.Email.Identity;
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

        var needed = context.Settings.Records.Roles.TryGetValue(module, out var role) ? role : least.Value;
        return SenderPermission.WhyNot(context.Sender, needed, $"Records:Roles:{module}");
    }
}
