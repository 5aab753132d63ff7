using System.Collections.Concurrent;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that change files.</summary>
internal static class FileDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "takes files for text and evens their line ends out",
            _ => Spoil.Files(file => file with { Open = () => Octets.Without(file.Open(), (byte)'\r') }),
            "Files_come_back_octet_for_octet"),
        new(
            "loses octets above 1 MB",
            _ => Spoil.Files(file => file with { Open = () => Octets.Cut(file.Open(), 1 << 20) }),
            "A_file_of_64_MB_comes_back_octet_for_octet"),
        new(
            "drops files without octets",
            _ => Spoil.Changes(change => change.Entry is { } entry
                ? change with { Entry = entry with { Attachments = [.. entry.Attachments.Where(file => file.Size > 0)] } }
                : change),
            "An_empty_file_is_a_file"),
        new(
            "forgets what files are inline",
            _ => Spoil.Files(file => file with { IsInline = false, ContentId = null }),
            "A_file_keeps_its_name_type_and_place"),
        new(
            "keeps equal octets once, under the first name",
            _ =>
            {
                var seen = new ConcurrentDictionary<string, string>();
                return Spoil.Files(file => file with { FileName = seen.GetOrAdd(file.Sha256, file.FileName) });
            },
            "Files_with_equal_octets_are_files_of_their_own"),
        new(
            "gives the same stream to all who open a file",
            _ => Spoil.Entries(entries => entries.Select(entry => entry with
            {
                Attachments =
                [
                    .. entry.Attachments.Select(file =>
                    {
                        var stream = file.Open();
                        return file with { Open = () => stream };
                    }),
                ],
            })),
            "A_stored_file_can_be_opened_again_and_at_once"),
    ];
}
