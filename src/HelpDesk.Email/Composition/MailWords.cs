using System.Globalization;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>The few words that stand in mails and in no template: English, and German.</summary>
internal static class MailWords
{
    private const int Shortest = 100;

    /// <summary>In place of a subject that is not repeated.</summary>
    public static string YourMessage(CultureInfo culture) => IsGerman(culture) ? "Ihre Nachricht" : "Your message";

    /// <summary>Before the names of files that were not attached.</summary>
    public static string NotAttached(CultureInfo culture) => IsGerman(culture) ? "Nicht angehängt" : "Not attached";

    /// <summary>A status.</summary>
    public static string Of(TicketStatus status, CultureInfo culture) => (status, IsGerman(culture)) switch
    {
        (TicketStatus.New, true) => "Neu",
        (TicketStatus.Open, true) => "Offen",
        (TicketStatus.Pending, true) => "Wartend",
        (TicketStatus.Closed, true) => "Geschlossen",
        _ => status.ToString(),
    };

    /// <summary>The name of an event in a model.</summary>
    public static string NameOf(NotificationEvent happened) => happened switch
    {
        NotificationEvent.Created => "created",
        NotificationEvent.UpdatedByRequester or NotificationEvent.UpdatedByTechnician => "updated",
        NotificationEvent.Closed => "closed",
        NotificationEvent.Reopened => "reopened",
        NotificationEvent.Assigned => "assigned",
        NotificationEvent.Taken => "taken",
        NotificationEvent.Moved => "moved",
        NotificationEvent.ArticleChanged => "article-changed",
        NotificationEvent.AutoClosed => "auto-closed",
        NotificationEvent.SurveyDue => "survey",
        NotificationEvent.DeliveryFailed => "delivery-failed",
        _ => "custom",
    };

    /// <summary>What happened, in words.</summary>
    public static string? WordsOf(NotificationEvent happened, CultureInfo culture) => (happened, IsGerman(culture)) switch
    {
        (NotificationEvent.Created, false) => "The ticket was created.",
        (NotificationEvent.Created, true) => "Das Ticket wurde angelegt.",
        (NotificationEvent.UpdatedByRequester or NotificationEvent.UpdatedByTechnician, false) => "The ticket was updated.",
        (NotificationEvent.UpdatedByRequester or NotificationEvent.UpdatedByTechnician, true) => "Das Ticket wurde ergänzt.",
        (NotificationEvent.Closed, false) => "The ticket was closed.",
        (NotificationEvent.Closed, true) => "Das Ticket wurde geschlossen.",
        (NotificationEvent.Reopened, false) => "The ticket was opened again.",
        (NotificationEvent.Reopened, true) => "Das Ticket wurde wieder geöffnet.",
        (NotificationEvent.Assigned or NotificationEvent.Taken, false) => "The ticket has a technician now.",
        (NotificationEvent.Assigned or NotificationEvent.Taken, true) => "Das Ticket hat nun einen Bearbeiter.",
        (NotificationEvent.Moved, false) => "The ticket was moved.",
        (NotificationEvent.Moved, true) => "Das Ticket wurde verschoben.",
        (NotificationEvent.ArticleChanged, false) => "An article was changed.",
        (NotificationEvent.ArticleChanged, true) => "Ein Artikel wurde geändert.",
        (NotificationEvent.AutoClosed, false) => "The ticket was closed because there was no answer.",
        (NotificationEvent.AutoClosed, true) => "Das Ticket wurde geschlossen, weil keine Antwort kam.",
        _ => null,
    };

    /// <summary>At most 100 characters of a text.</summary>
    public static string? Short(string? text) =>
        text is not { Length: > Shortest } ? text : $"{text[..(char.IsHighSurrogate(text[Shortest - 2]) ? Shortest - 2 : Shortest - 1)]}…";

    private static bool IsGerman(CultureInfo culture) => culture.TwoLetterISOLanguageName == "de";
}
