using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Words that customers and agents might write.</summary>
internal static class Prose
{
    private static readonly string[] Things =
    [
        "the printer on the second floor", "our new scanner", "the invoice of last month", "the licence key", "the shared calendar", "my password",
        "the delivery note", "the backup of Tuesday", "the mobile app", "the export to a spreadsheet", "the door reader", "the Zürich office",
        "the meeting-room screen", "the order form", "the customer list",
    ];

    private static readonly string[] Troubles =
    [
        "shows an error as soon as I press the button", "has not worked since the last update", "stops after about half of the pages",
        "asks for a code that nobody has sent us", "lists every entry twice", "says that the file is in use by another person",
        "is much slower than it was in the spring", "does not remember what I have chosen", "loses the umlauts in names such as Größe & Maße",
        "prints amounts < 10 € without a decimal point",
    ];

    private static readonly string[] Openings =
    [
        "I have tried it again this morning:", "As we said on the telephone,", "It seems that", "Since yesterday", "A colleague has told me that",
        "Just to be sure that we mean the same:", "For your information,", "After the restart",
    ];

    private static readonly string[] Closings =
    [
        "Could you have a look at it before the end of the week?", "I can send you pictures if that would be of use.",
        "It is not urgent, but it keeps three people from their work.", "Thank you for the quick answer, by the way.",
        "The number of the device is on its back, below the handle.", "We have done nothing else to it.",
        "If you need access, please call me and I will let you in.", "The others in the team see the same.",
    ];

    public static string Subject(Chance chance) => $"Question about {chance.Of(Things)}";

    public static string Sentence(Chance chance) => chance.Between(0, 4) switch
    {
        0 => chance.Of(Closings),
        1 => $"{chance.Of(Openings)} {chance.Of(Things)} {chance.Of(Troubles)}.",
        2 => $"{Capital(chance.Of(Things))} {chance.Of(Troubles)}, and {chance.Of(Things)} {chance.Of(Troubles)}.",
        _ => $"{Capital(chance.Of(Things))} {chance.Of(Troubles)}.",
    };

    public static string Paragraph(Chance chance)
    {
        var text = new StringBuilder();
        for (var count = chance.Between(1, 4); count > 0; count--)
            text.Append(text.Length > 0 ? " " : "").Append(Sentence(chance));
        return text.ToString();
    }

    public static string Date(Chance chance) =>
        new DateTimeOffset(2026, chance.Between(1, 12), chance.Between(1, 28), chance.Between(7, 19), chance.Between(0, 60), chance.Between(0, 60), TimeSpan.FromHours(1))
            .ToString("ddd, dd MMM yyyy HH:mm:ss '+0100'", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
