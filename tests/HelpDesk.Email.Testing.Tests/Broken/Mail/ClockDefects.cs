using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that trust a clock more than they should, or less.</summary>
internal static class ClockDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "lets leases live for a year",
            _ => new() { ClaimRows = (request, next, _) => next(request with { Lease = TimeSpan.FromDays(365) }) },
            "A_clock_that_jumps_ahead_frees_what_is_held_and_the_old_holder_changes_nothing"),
        new(
            "takes claims that were made later than now for ended",
            world =>
            {
                var claimed = DateTimeOffset.MinValue;
                return new()
                {
                    ClaimRows = async (request, next, _) =>
                    {
                        var claims = await next(request);
                        claimed = claims.Count > 0 ? world.Clock.GetUtcNow() : claimed;
                        return claims;
                    },
                    CommitRow = (made, next, _) => claimed > world.Clock.GetUtcNow() ? Task.FromResult(new CommitResult(CommitStatus.ClaimLost)) : next(made),
                    RenewLease = (asked, next, _) => claimed > world.Clock.GetUtcNow() ? Task.FromResult(false) : next(asked),
                };
            },
            "A_clock_that_jumps_back_takes_nothing_from_its_holder"),
        new(
            "makes fences of the time",
            world => new() { Acquire = async (asked, next, _) => await next(asked) is { } lease ? lease with { Fence = world.Clock.GetUtcNow().ToUnixTimeMilliseconds() } : null },
            "Fences_grow_whatever_the_clock_says"),
        new(
            "remembers that nothing was due",
            _ =>
            {
                var isEmpty = false;
                return new()
                {
                    ClaimMails = async (request, next, _) =>
                    {
                        var claims = isEmpty ? [] : await next(request);
                        isEmpty |= claims.Count == 0;
                        return claims;
                    },
                };
            },
            "What_is_due_is_due_by_the_clock_as_it_stands"),
        new(
            "lists rows by the time they came",
            _ => new() { FindRows = async (query, next, _) => [.. (await next(query)).OrderByDescending(row => row.ReceivedAt)] },
            "What_is_written_after_a_jump_back_comes_behind_what_was_there"),
        new("reads a mail whole before it writes it", _ => SpoilMail.Appends(row => row with { Content = WholeOf(row.Content) }), "A_large_mail_is_never_in_memory"),
    ];

    private static MailContent WholeOf(MailContent content)
    {
        using var octets = new MemoryStream();
        using var source = content.OpenRead();
        source.CopyTo(octets);
        return MailContent.FromOctets(octets.ToArray());
    }
}
