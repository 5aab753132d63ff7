using System.Runtime.CompilerServices;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Accounts;

namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>One look at a mailbox: what was not seen is fetched.</summary>
/// <param name="visit">The session.</param>
/// <param name="tag">The account.</param>
/// <param name="limits">How much it may bring.</param>
/// <param name="refused">What the server refused at earlier looks; it is tried after the rest.</param>
/// <param name="passedOver">Hears of what is not fetched.</param>
internal sealed class Pop3Look(Pop3Visit visit, string tag, ReceiveLimits limits, HashSet<ulong> refused, PassedOver passedOver)
{
    private SeenMails _present = new();

    /// <summary>Whether the server names its mails in another way than at the last look.</summary>
    public bool IsRenumbered { get; private set; }

    /// <summary>How far it came.</summary>
    public MailboxCursor Reached => _present.ToCursor(tag);

    /// <summary>Runs it.</summary>
    public async IAsyncEnumerable<ReceivedMail> RunAsync(MailboxCursor? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (seen, candidates) = Begin(cursor);
        var (brought, next) = (0, 0);
        while (next < candidates.Count && brought < limits.MaxMails)
        {
            var some = candidates.Skip(next).Take(limits.MaxMails - brought).ToList();
            next += some.Count;
            var byNumber = some.ToDictionary(mail => mail.Number);
            await foreach (var fetched in visit.FetchAsync([.. some.Where(IsShortEnough)], limits.MaxOctets, cancellationToken).ConfigureAwait(false))
            {
                var mail = byNumber[fetched.Number];
                if (fetched.Refusal is { } reason)
                {
                    Refuse(mail, reason);
                }
                else if (fetched.Content is not { } content)
                {
                    PassOver(mail, mail.Octets ?? 0);
                }
                else if (await IsNewAsync(mail, content, seen, cancellationToken).ConfigureAwait(false))
                {
                    brought++;
                    yield return new ReceivedMail(Pop3Receipt.Of(tag, content.Hash, mail.Name).ToReceipt(), content);
                }
            }
        }

        if (next == candidates.Count)
        {
            _present = _present.Compared();
        }
    }

    private (SeenMails Seen, IReadOnlyList<ListedMail> Candidates) Begin(MailboxCursor? cursor)
    {
        var read = SeenMails.Read(cursor, tag);
        var seen = read ?? new SeenMails();
        var named = visit.Mails.Where(mail => mail.Name is not null).ToList();
        var known = named.Where(mail => seen.Contains(KeyOf(mail))).ToList();

        // Names that are all new where there were others: the server has given new ones, perhaps to the same mails.
        IsRenumbered = cursor is not null && (read is null || (seen.Count > 0 && named.Count > 0 && known.Count == 0));
        _present = new SeenMails { IsComparing = IsRenumbered || seen.IsComparing };
        known.ForEach(mail => _present.Add(KeyOf(mail)));
        return (seen, [.. visit.Mails.Except(known).OrderBy(mail => mail.Name is not null && refused.Contains(KeyOf(mail)))]);
    }

    private async ValueTask<bool> IsNewAsync(ListedMail mail, MailContent content, SeenMails seen, CancellationToken cancellationToken)
    {
        var key = mail.Name is null ? SeenMails.KeyOf(content.Hash) : KeyOf(mail);
        _present.Add(key);
        var isKnown = (mail.Name is null && seen.Contains(key))
            || (_present.IsComparing && limits.Known is not null && await limits.Known.ContainsAsync(content, cancellationToken).ConfigureAwait(false));
        if (isKnown)
        {
            content.Dispose();
        }

        return !isKnown;
    }

    private bool IsShortEnough(ListedMail mail)
    {
        if (!(mail.Octets > limits.MaxOctets))
        {
            return true;
        }

        PassOver(mail, mail.Octets.Value);
        return false;
    }

    private void PassOver(ListedMail mail, long octets)
    {
        passedOver.TooLong(WordsFor(mail), octets, limits.MaxOctets);
        if (mail.Name is not null)
        {
            _present.Add(KeyOf(mail));
        }
    }

    // A refusal may pass: the mail is tried again at each look, and told once.
    private void Refuse(ListedMail mail, string reason)
    {
        if (refused.Add(KeyOf(mail)))
        {
            passedOver.NotGiven(WordsFor(mail), reason);
        }
    }

    private static ulong KeyOf(ListedMail mail) => SeenMails.KeyOf(mail.Name ?? string.Empty, mail.Octets);

    private static string WordsFor(ListedMail mail) => mail.Name ?? $"number {mail.Number}";
}
