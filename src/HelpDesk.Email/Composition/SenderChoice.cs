using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Composition;

/// <summary>Chooses as whom a mail is written: the department's settings, else its brand's, else those of account and mailbox. Pure.</summary>
internal static class SenderChoice
{
    /// <summary>Chooses.</summary>
    /// <param name="occasion">What the mail is about; one without a ticket goes by the department of the mailbox.</param>
    /// <param name="failure">Why there is nobody to write as, naming the key; <see langword="null"/> when there is.</param>
    public static Letterhead? Choose(Occasion occasion, out string? failure)
    {
        var (cause, settings) = occasion;
        var options = settings.Options;
        var mailbox = settings.MailboxOf(cause.Mailbox);
        var name = occasion.Ticket?.Department ?? mailbox.Department;
        var department = options.DepartmentOf(name);
        var (brandKey, brand) = department.Brand is { } key && options.Brands.TryGetValue(key, out var found) ? (key, found) : (null, new BrandOptions());
        var accountName = department.Account ?? brand.Account ?? mailbox.Account;
        var account = options.Outgoing.TryGetValue(accountName, out var one) ? one : new OutgoingAccountOptions();

        var brandName = brand.Name ?? brandKey;
        var display = department.DisplayName ?? brand.DisplayName ?? brandName ?? account.DisplayName ?? mailbox.DisplayName;
        var (from, fromKey) = department.From is { } own ? (own, $"Departments:{name}:From")
            : brand.From is { } brands ? (brands, $"Brands:{brandKey}:From")
            : account.From is { } accounts ? (accounts, $"Outgoing:{accountName}:From")
            : (mailbox.Address, $"Mailboxes:{cause.Mailbox}:Address");
        if (!EmailAddress.TryCreate(from, HeaderWords.Clean(display), out var sender) || HeaderWords.IsMisread(sender))
        {
            failure = $"{fromKey} is not an address, so there is nobody to write as.";
            return null;
        }

        failure = IsAllowed(sender, settings) ? null : $"HelpDeskEmail:{fromKey} is '{sender.Address}', and no mailbox reads it; {FromRule.Cure}.";
        return failure is not null ? null : new Letterhead(accountName, sender, mailbox)
        {
            HelpDesk = display ?? mailbox.Department ?? "Help desk",
            Brand = brandName,
            ReplyTo = EmailAddress.TryCreate(department.ReplyTo ?? brand.ReplyTo ?? mailbox.ReplyTo, sender.Name, out var reply) && !HeaderWords.IsMisread(reply) ? reply : null,
            AuthorNames = department.AuthorNames ?? brand.AuthorNames ?? account.AuthorNames,
            Culture = CultureInfo.GetCultureInfo(department.Culture ?? brand.Culture ?? options.Composition.Culture),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(department.TimeZone ?? brand.TimeZone ?? options.Composition.TimeZone),
        };
    }

    // The mailboxes may be the host's own, which no check of the settings sees.
    private static bool IsAllowed(EmailAddress from, SettingsSnapshot settings) =>
        !settings.Options.Composition.FromMustBeIncoming || settings.Mailboxes.Values.Any(mailbox => mailbox.IsReachedBy(from.Address));
}
