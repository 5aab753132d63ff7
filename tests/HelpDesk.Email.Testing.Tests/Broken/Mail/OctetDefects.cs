using System.Collections.Concurrent;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that change octets or lose them.</summary>
internal static class OctetDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "takes mail for text and evens its line ends out",
            _ => Opening(content => Content(Octets.Without(content.OpenRead(), (byte)'\r'))),
            "Octets_come_back_octet_for_octet"),
        new(
            "loses octets above 1 MB",
            _ => Opening(content => content.Length > 1 << 20 ? Content(Octets.Cut(content.OpenRead(), 1 << 20)) : content),
            "A_mail_of_64_MB_comes_back_octet_for_octet",
            "Octets_survive_a_crash"),
        new(
            "leaves shared octets with the first row alone",
            world =>
            {
                var owners = new ConcurrentDictionary<string, long>();
                return new()
                {
                    OpenRow = async (id, next, _) => owners.GetOrAdd((await world.RowAsync(id)).ContentHash, id) == id ? await next(id) : null,
                };
            },
            "Rows_that_share_octets_all_have_them"),
        new(
            "keeps the content it was given instead of a copy",
            _ =>
            {
                var given = new ConcurrentDictionary<long, MailContent>();
                return new()
                {
                    Append = async (rows, next, _) =>
                    {
                        var results = await next(rows);
                        foreach (var (result, row) in results.Zip(rows))
                        {
                            given[result.Id] = row.Content;
                        }

                        return results;
                    },
                    OpenRow = (id, _, _) => Task.FromResult(IsThere(given[id]) ? given[id] : null),
                };
            },
            "Octets_outlive_the_content_they_came_in_and_the_one_they_left_in"),
        new(
            "gives streams that can't go back",
            _ => Opening(content => new ForwardOnlyContent(content)),
            "Octets_can_be_read_twice_at_once_and_from_any_place"),
        new(
            "gives empty content for a row that does not exist",
            _ => new() { OpenRow = async (id, next, _) => await next(id) ?? MailContent.FromOctets(Array.Empty<byte>()) },
            "A_row_that_does_not_exist_has_no_octets"),
    ];

    private static MailTampering Opening(Func<MailContent, MailContent> spoil) =>
        new() { OpenRow = async (id, next, _) => await next(id) is { } content ? spoil(content) : null };

    private static MailContent Content(Stream octets)
    {
        using (octets)
        {
            var all = new byte[octets.Length];
            octets.ReadExactly(all);
            return MailContent.FromOctets(all);
        }
    }

    private static bool IsThere(MailContent content)
    {
        try
        {
            using var stream = content.OpenRead();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
