using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>Which mails of a session are those that are committed: by name and octets, never by name alone.</summary>
/// <param name="visit">The session.</param>
internal sealed class Pop3Deletions(Pop3Visit visit)
{
    private readonly Dictionary<int, Acknowledgement> _found = [];
    private readonly List<Acknowledgement> _gone = [];

    /// <summary>What is to be deleted, by number.</summary>
    public IReadOnlyDictionary<int, Acknowledgement> Found => _found;

    /// <summary>What is not there any more.</summary>
    public IReadOnlyList<Acknowledgement> Gone => _gone;

    /// <summary>Finds them. A mail that the server doesn't give, so that nobody can be sure of it, is neither.</summary>
    public async ValueTask FindAsync(IReadOnlyList<Acknowledgement> mails, CancellationToken cancellationToken)
    {
        var named = visit.Mails.Where(mail => mail.Name is not null).ToDictionary(mail => mail.Name!, StringComparer.Ordinal);
        var nameless = visit.Mails.Where(mail => mail.Name is null).ToList();
        var places = mails.Select(mail => (Mail: mail, Candidates: CandidatesFor(mail))).ToList();
        var hashes = await visit.HashAsync(places.SelectMany(place => place.Candidates), cancellationToken).ConfigureAwait(false);
        foreach (var (mail, candidates) in places)
        {
            Pop3Receipt.TryRead(mail.Receipt, out var receipt);
            var match = candidates.FirstOrDefault(each => !_found.ContainsKey(each.Number) && hashes.TryGetValue(each.Number, out var hash) && receipt.IsOf(hash));
            if (match is not null)
            {
                _found.Add(match.Number, mail);
            }
            else if (candidates.All(each => hashes.ContainsKey(each.Number)))
            {
                // Nothing of that name is there, or another mail has the name now.
                _gone.Add(mail);
            }
        }

        IReadOnlyList<ListedMail> CandidatesFor(Acknowledgement mail) =>
            !Pop3Receipt.TryRead(mail.Receipt, out var receipt) ? []
            : receipt.Name.Length > 0 && named.TryGetValue(receipt.Name, out var one) ? [one]
            : nameless;
    }
}
