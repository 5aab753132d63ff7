using System.Globalization;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>The few words that masks write by themselves.</summary>
/// <param name="Good">A rating.</param>
/// <param name="Ok">A rating.</param>
/// <param name="Bad">A rating.</param>
/// <param name="Prompt">The question before the ratings.</param>
/// <param name="View">The text of the link to a ticket.</param>
/// <param name="Browse">The text of the link to the knowledge base.</param>
/// <param name="Unsubscribe">The text of the link to get no more mail.</param>
internal sealed record MaskWords(string Good, string Ok, string Bad, string Prompt, string View, string Browse, string Unsubscribe)
{
    private static readonly MaskWords English =
        new("Good", "OK", "Bad", "How did we do?", "View this ticket online", "Browse the knowledge base", "Unsubscribe");

    private static readonly MaskWords German =
        new("Gut", "OK", "Schlecht", "Wie waren wir?", "Dieses Ticket online ansehen", "In der Wissensdatenbank stöbern", "Abbestellen");

    public static MaskWords In(IFormatProvider culture) => culture is CultureInfo { TwoLetterISOLanguageName: "de" } ? German : English;
}
