using System.Runtime.CompilerServices;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Mailboxes;

namespace HelpDesk.Email.Testing.Tests.Broken.Mailboxes;

/// <summary>Sources that count on being let finish, on being alone, or on small mails.</summary>
internal static class InterruptionDefects
{
    // What was acknowledged in a mailbox, by whichever source.
    private static readonly ConditionalWeakTable<InMemoryMailboxes, HashSet<string>> Acknowledged = [];

    public static IReadOnlyList<MailboxDefect> All { get; } =
    [
        new(
            "hears no cancellation",
            _ => new() { IgnoresTokens = true },
            "A_look_that_is_cancelled_beforehand_brings_nothing_and_changes_nothing",
            "An_acknowledgement_that_is_cancelled_is_made_good_by_the_next"),
        new(
            "gives every mail the cursor of the last",
            _ => new() { Mails = mails => mails.Select(mail => mail with { Cursor = mails[^1].Cursor }) },
            "A_look_that_ends_behind_any_mail_is_gone_on_with_there",
            "A_look_that_is_cancelled_midway_loses_no_mail"),
        new(
            "deletes all mails with the first",
            mailboxes => new()
            {
                Done = done =>
                {
                    MailboxTampering.Delete(mailboxes, _ => true);
                    return done;
                },
            },
            "A_crash_between_any_two_acknowledgements_leaves_the_others_as_they_are"),
        new(
            "takes mails by their places in the list",
            mailboxes => new()
            {
                Done = done =>
                {
                    var known = Acknowledged.GetOrCreateValue(mailboxes);
                    if (done.Any(mail => !known.Add(mail.Receipt.Key)))
                    {
                        var first = BrokenMailboxFixture.ReceiptOf(mailboxes[BrokenMailboxFixture.Name].Mails[0].Uid).Key;
                        MailboxTampering.Delete(mailboxes, receipt => receipt == first);
                    }

                    return done;
                },
            },
            "Two_sources_that_acknowledge_the_same_mails_take_no_others"),
        new("keeps a copy of each mail", _ => new() { Mails = mails => [.. mails.Select(mail => mail with { Content = CopyOf(mail.Content) })] }, "A_large_mail_comes_whole_and_is_not_in_memory"),
    ];

    private static MailContent CopyOf(MailContent content)
    {
        Assert.True(content.TryGetMemory(out var octets));
        return MailContent.FromOctets(octets.ToArray());
    }
}
