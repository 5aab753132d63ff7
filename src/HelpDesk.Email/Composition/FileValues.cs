using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>The values of files.</summary>
internal static class FileValues
{
    private const int MostFiles = 100;

    /// <summary>The values of files, without the logos of signatures; of a list that is too long the first.</summary>
    /// <param name="files">The files.</param>
    /// <param name="url">Where they can be fetched, or <see langword="null"/>.</param>
    public static IReadOnlyList<object?> Of(IEnumerable<TicketAttachment> files, string? url) =>
    [
        .. files.Where(file => !file.IsLogo).Take(MostFiles).Select(file => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = file.FileName,
            ["size"] = file.Size,
            ["url"] = url,
        }),
    ];
}
