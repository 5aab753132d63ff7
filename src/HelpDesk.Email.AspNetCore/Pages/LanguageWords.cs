namespace HelpDesk.Email.AspNetCore.Pages;

/// <summary>The languages of the pages.</summary>
internal static class LanguageWords
{
    public static LinkWords English { get; } = new()
    {
        Language = "en",
        ViewTitle = "Your ticket",
        ViewText = "This shows ticket {0} to {1}.",
        ViewButton = "Show the ticket",
        LoginTitle = "Log in",
        LoginText = "This logs you in as {1} and opens ticket {0}. If that is not you, close this page.",
        LoginButton = "Log in",
        RateTitle = "How did we do?",
        RateText = "Your rating of ticket {0}.",
        RateLegend = "How content are you?",
        Good = "Good",
        Ok = "OK",
        Bad = "Bad",
        Comment = "Do you want to say more?",
        RateButton = "Send",
        RatedTitle = "Thank you",
        RatedText = "We have your rating of ticket {0}.",
        UnsubscribeTitle = "Unsubscribe",
        UnsubscribeText = "Do you want no more mail about ticket {0} at {1}?",
        UnsubscribeButton = "Unsubscribe",
        UnsubscribedTitle = "You are unsubscribed",
        UnsubscribedText = "{1} gets no more mail about ticket {0}.",
        RefusedTitle = "This link does not work",
        RefusedText = "It is incomplete, too old, or was taken back. Answer the mail that it came with, and we will help you.",
        BusyTitle = "Please try again",
        BusyText = "We can't answer just now. Open the link again in a minute.",
    };

    public static LinkWords German { get; } = new()
    {
        Language = "de",
        ViewTitle = "Ihr Ticket",
        ViewText = "Hier sieht {1} das Ticket {0}.",
        ViewButton = "Ticket ansehen",
        LoginTitle = "Anmelden",
        LoginText = "Damit melden Sie sich als {1} an und öffnen das Ticket {0}. Wenn Sie das nicht sind, schließen Sie diese Seite.",
        LoginButton = "Anmelden",
        RateTitle = "Wie waren wir?",
        RateText = "Ihre Bewertung des Tickets {0}.",
        RateLegend = "Wie zufrieden sind Sie?",
        Good = "Gut",
        Ok = "In Ordnung",
        Bad = "Schlecht",
        Comment = "Möchten Sie etwas dazu sagen?",
        RateButton = "Absenden",
        RatedTitle = "Vielen Dank",
        RatedText = "Ihre Bewertung des Tickets {0} ist angekommen.",
        UnsubscribeTitle = "Abbestellen",
        UnsubscribeText = "Möchten Sie unter {1} keine Nachrichten zum Ticket {0} mehr erhalten?",
        UnsubscribeButton = "Abbestellen",
        UnsubscribedTitle = "Sie sind abgemeldet",
        UnsubscribedText = "{1} erhält keine Nachrichten zum Ticket {0} mehr.",
        RefusedTitle = "Dieser Link gilt nicht",
        RefusedText = "Er ist unvollständig, zu alt oder wurde zurückgenommen. Antworten Sie auf die Nachricht, in der er stand, dann helfen wir Ihnen.",
        BusyTitle = "Bitte versuchen Sie es noch einmal",
        BusyText = "Wir können gerade nicht antworten. Öffnen Sie den Link in einer Minute noch einmal.",
    };
}
