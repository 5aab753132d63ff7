using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Notifications;

/// <summary>The limits that an automatic answer counts against.</summary>
internal static class AnswerThrottle
{
    /// <summary>The window that a loop shows in: who gets more within it than is allowed is suspected to be a program.</summary>
    public static readonly TimeSpan LoopWindow = TimeSpan.FromMinutes(30);

    private const string HelpDeskKey = "answer-helpdesk:";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static IReadOnlyList<ThrottleLimit> Of(EmailAddress recipient, string? ticket, bool isHelpDesk, AutomaticAnswerOptions options)
    {
        var limits = new List<ThrottleLimit>
        {
            new($"answer-30m:{recipient.Key}", options.MaxPerAddressIn30Minutes, LoopWindow),
            new($"answer-1d:{recipient.Key}", options.MaxPerAddressInADay, Day),
        };
        if (ticket is not null)
        {
            limits.Add(new($"answer-ticket:{ticket}", options.MaxPerTicketInAnHour, Hour));
        }

        if (isHelpDesk)
        {
            limits.Add(new($"{HelpDeskKey}{recipient.Key}", options.MaxPerHelpDeskInADay, Day));
        }

        if (options.MaxPerDomainInAnHour > 0)
        {
            limits.Add(new($"answer-domain:{recipient.Domain}", options.MaxPerDomainInAnHour, Hour));
        }

        if (options.MaxInAllInAnHour > 0)
        {
            limits.Add(new("answer-all", options.MaxInAllInAnHour, Hour));
        }

        return limits;
    }

    /// <summary>Whether limits are those of an answer to another help desk.</summary>
    public static bool IsForHelpDesk(IReadOnlyList<ThrottleLimit> limits) => limits.Any(limit => limit.Key.StartsWith(HelpDeskKey, StringComparison.Ordinal));
}
