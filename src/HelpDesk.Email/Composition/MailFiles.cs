using HelpDesk.Email.Mime;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>The files of a mail, and the HTML that shows its pictures.</summary>
internal sealed record MailFiles
{
    /// <summary>None.</summary>
    public static readonly MailFiles None = new();

    /// <summary>The files of the entry that the mail tells of: their names may stand in it.</summary>
    public IReadOnlyList<TicketAttachment> Visible { get; init; } = [];

    /// <summary>Safe HTML of the entry, which names pictures by the ids that they have in this mail; or <see langword="null"/>.</summary>
    public string? Html { get; init; }

    /// <summary>The pictures that the HTML shows, by these ids.</summary>
    public IReadOnlyDictionary<string, TicketAttachment> Pictures { get; init; } = new Dictionary<string, TicketAttachment>(StringComparer.Ordinal);

    /// <summary>The files that are attached.</summary>
    public IReadOnlyList<TicketAttachment> Attached { get; init; } = [];

    /// <summary>The files that are too large to go along: they are named.</summary>
    public IReadOnlyList<TicketAttachment> LeftOut { get; init; } = [];

    /// <summary>The same with all files named and none attached.</summary>
    public MailFiles WithoutOctets() => this with
    {
        Pictures = None.Pictures,
        Attached = [],
        LeftOut = [.. Pictures.Values.Concat(Attached).Where(file => !file.IsLogo), .. LeftOut],
    };

    /// <summary>The parts of the mail: a picture that its HTML does not show hangs at it like any file, unless it is a logo.</summary>
    /// <param name="html">The HTML of the mail, or <see langword="null"/>.</param>
    public IReadOnlyList<DraftAttachment> Parts(string? html)
    {
        var shown = Pictures.Where(picture => html?.Contains($"cid:{picture.Key}", StringComparison.Ordinal) == true).ToList();
        return
        [
            .. shown.Select(picture => Part(picture.Value, picture.Key)),
            .. Pictures.Except(shown).Select(picture => picture.Value).Where(file => !file.IsLogo).Concat(Attached).Select(file => Part(file, null)),
        ];
    }

    private static DraftAttachment Part(TicketAttachment file, string? id) =>
        new(HeaderWords.Clean(file.FileName), file.ContentType, file.Open) { ContentId = id, Inline = id is not null };
}
