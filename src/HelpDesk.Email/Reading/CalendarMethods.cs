using System.Text;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Reading;

/// <summary>Finds what a calendar asks or says by a mail (RFC 5546, RFC 6047).</summary>
/// <remarks>
/// Such a mail has the calendar as its body or beside it, where a program looks for it. A file that a person attached is an attachment
/// like any other, also where it was an invitation once.
/// </remarks>
internal static class CalendarMethods
{
    private const int MaxOctets = 8192;

    // PUBLISH asks nothing of whom it comes to: a time table, a ticket of a railway.
    private static readonly string[] Methods = ["REQUEST", "REPLY", "CANCEL", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD"];

    /// <summary>The method in upper case, or <see langword="null"/>.</summary>
    public static string? Find(MailDocument document) =>
        document.AllParts().FirstOrDefault(part => part.MediaType.Full == "text/calendar" && part.Disposition != "attachment") is { } calendar
        && (calendar.MediaType.Parameters["method"] ?? Stated(calendar)) is { } method
            ? Methods.FirstOrDefault(known => known.Equals(method.Trim(), StringComparison.OrdinalIgnoreCase))
            : null;

    // Clients forget the parameter, which RFC 6047 section 2.4 demands; the property stands above the first component.
    private static string? Stated(MailPart calendar)
    {
        using var content = calendar.OpenContent();
        var octets = new byte[MaxOctets];
        var length = content.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
        foreach (var line in Encoding.Latin1.GetString(octets, 0, length).AsSpan().EnumerateLines())
        {
            if (line.StartsWith("METHOD:", StringComparison.OrdinalIgnoreCase))
            {
                return line[7..].Trim().ToString();
            }

            if (line.StartsWith("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return null;
    }
}
