using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Notifications;

/// <summary>The limits that an automatic answer counts against.</summary>
internal static class AnswerThrottle
{
    public static IReadOnlyList<ThrottleLimit> Of(EmailAddress recipient, string? ticket, AutomaticAnswerOptions options)
    {
        var limits = new List<ThrottleLimit>
        {
            new($"answer-30m:{recipient.Key}", options.MaxPerAddressIn30Minutes, TimeSpan.FromMinutes(30)),
            new($"answer-1d:{recipient.Key}", options.MaxPerAddressInADay, TimeSpan.FromDays(1)),
        };
        if (ticket is not null)
        {
            limits.Add(new($"answer-ticket:{ticket}", options.MaxPerTicketInAnHour, TimeSpan.FromHours(1)));
        }

        return limits;
    }
}
