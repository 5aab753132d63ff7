namespace HelpDesk.Email.CrashCampaign.Seeding;

/// <summary>Makes the mails of a campaign: the same ones for the same seed. Not safe on several threads.</summary>
/// <param name="seed">What chance begins with.</param>
internal sealed class Seeder(int seed)
{
    private const int RememberedTickets = 200;

    private readonly Random _chance = new(seed);
    private readonly List<Seed> _tickets = [];
    private int _made;

    public Seed Next()
    {
        var number = ++_made;
        var parent = _tickets.Count > 0 && _chance.Next(100) < 30 ? _tickets[_chance.Next(_tickets.Count)] : null;
        var kind = _chance.Next(100);
        var mail = new Seed(number, $"mail{number}.{seed}@customers.test", parent?.From ?? $"person{number}@customers.test")
        {
            Parent = parent,
            // A reply in another mailbox might be read before the mail that it answers was.
            IsCopied = kind < 16 && parent is null,
            IsRepeated = kind is >= 16 and < 22,
            AttachmentOctets = kind switch
            {
                >= 97 => 1_300_000,
                >= 80 => 5_000 + _chance.Next(50_000),
                _ => 0,
            },
            Date = DateTimeOffset.UtcNow,
        };
        if (mail.IsNew)
        {
            _tickets.Add(mail);
            if (_tickets.Count > RememberedTickets)
            {
                _tickets.RemoveAt(0);
            }
        }

        return mail;
    }

    public IReadOnlyList<Seed> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];
}
