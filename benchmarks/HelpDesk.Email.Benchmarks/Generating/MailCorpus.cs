namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>
/// Makes mails as a help desk gets them: of each hundred 70 answers with quoted history, 15 with a file, 5 in plain text, 5
/// notices of absence and 5 delivery reports. The same seed makes the same octets everywhere.
/// </summary>
internal static class MailCorpus
{
    public const ulong Seed = 20_261_121;

    // Of twenty mails; so any multiple of twenty has exactly the mix.
    private static readonly (MailSort Sort, int Share)[] Mix =
        [(MailSort.Reply, 14), (MailSort.File, 3), (MailSort.Plain, 1), (MailSort.Automatic, 1), (MailSort.Bounce, 1)];

    public static IReadOnlyList<GeneratedMail> Make(int count, ulong seed = Seed)
    {
        var sorts = new MailSort[count];
        for (var i = 0; i < count; i++)
            sorts[i] = SortAt(i % 20);
        new Chance(seed).Shuffle(sorts);
        return [.. sorts.Select((sort, i) => Make(sort, seed, i))];
    }

    public static IReadOnlyList<GeneratedMail> MakeOf(MailSort sort, int count, ulong seed = Seed) =>
        [.. Enumerable.Range(0, count).Select(i => Make(sort, seed, i))];

    private static GeneratedMail Make(MailSort sort, ulong seed, int index)
    {
        // Each mail has numbers of its own, so that it stays the same whatever stands before it.
        var chance = new Chance(seed + ((ulong)index * 1_000_003) + ((ulong)sort << 48));
        var octets = sort switch
        {
            MailSort.Reply => ReplyMail.Make(chance),
            MailSort.File => FileMail.Make(chance),
            MailSort.Plain => PlainMail.Make(chance),
            MailSort.Automatic => AutomaticMail.Make(chance),
            _ => BounceMail.Make(chance),
        };
        return new GeneratedMail(sort, octets);
    }

    private static MailSort SortAt(int place)
    {
        foreach (var (sort, share) in Mix)
        {
            if (place < share)
                return sort;
            place -= share;
        }

        return MailSort.Reply;
    }
}
