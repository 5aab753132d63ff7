using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Correlation;

/// <summary>The search for the ticket of one mail: what speaks for which, and what was refused.</summary>
internal sealed class TicketSearch
{
    private const string Stranger = "the token was made for somebody else, and the sender does not belong to the ticket: no authority";

    private readonly InboundContext _context;
    private readonly List<TicketCandidate> _found = [];
    private readonly List<string> _refused = [];
    private TicketCandidate? _byExternalNumber;
    private string? _freeKey;

    public TicketSearch(InboundContext context)
    {
        _context = context;
        var number = ExternalNumberRules.Of(context.Settings.Correlation).Find(context.Mail);
        if (number is not null && !context.Sender.HasAuthority)
        {
            // The pattern on the address is all the proof there is, and it is one only if the address is right.
            _refused.Add($"{number}: the sender is {context.Sender.Trust}, and a number alone is no proof");
        }
        else
        {
            External = number;
        }
    }

    /// <summary>The number of another ticket system that counts, or <see langword="null"/>.</summary>
    public ExternalNumber? External { get; }

    /// <summary>What is looked at, the best first. At equal strength the order of the correlators decides; the number of another system comes behind tags and before subjects.</summary>
    public IReadOnlyList<TicketCandidate> Candidates =>
    [
        .. _found.Concat(_byExternalNumber is null ? [] : [_byExternalNumber]).OrderByDescending(candidate => candidate.Strength),
    ];

    /// <summary>Notes what is known of the number of another system.</summary>
    /// <param name="open">The open ticket that was made with it, or <see langword="null"/>.</param>
    /// <param name="freeKey">The key that leads to the next one, or <see langword="null"/>.</param>
    public void Remember(TicketSnapshot? open, string? freeKey)
    {
        _byExternalNumber = open is null ? null : new TicketCandidate(open.Number, MatchStrength.Tag, $"{External}");
        _freeKey = open is null ? freeKey : null;
    }

    public void Add(IEnumerable<TicketCandidate> candidates) => _found.AddRange(candidates);

    /// <summary>Joins the ticket if the candidate may.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="ticket">Its ticket, or <see langword="null"/> where there is none.</param>
    public bool TryJoin(TicketCandidate candidate, TicketSnapshot? ticket)
    {
        if (WhyNot(candidate, ticket) is { } reason)
        {
            _refused.Add($"{candidate.Evidence}: {reason}");
            return false;
        }

        _context.Match = new TicketMatch(ticket!, candidate);
        _context.Evidence.Add(candidate.Evidence);
        var sender = _context.Sender;
        if (candidate.MadeForSender && sender.Trust is SenderTrust.NotEvaluated or SenderTrust.Unverified)
        {
            _context.Sender = sender with { Trust = SenderTrust.Proven };
        }
        else if (candidate is { Strength: MatchStrength.Signed, MadeForSender: false } && sender.HasAuthority && !(sender.IsTechnician || sender.BelongsTo(ticket!)))
        {
            // Somebody gave the mail away: who has it may write to the ticket, and nothing else.
            _context.Sender = sender with { Trust = SenderTrust.Unverified };
            _context.Evidence.Add(Stranger);
        }

        return true;
    }

    /// <summary>Says what was found, and has the number of another system remembered for the ticket, whichever it becomes.</summary>
    public StepVerdict Conclude()
    {
        var told = _context.Match is { } match ? $"ticket {match.Ticket.Number} by {match.Candidate.Evidence}{(_context.Evidence.Contains(Stranger) ? $"; {Stranger}" : string.Empty)}"
            : _refused.Count == 0 ? "no ticket"
            : $"no ticket ({string.Join("; ", _refused)})";
        if (_freeKey is not null)
        {
            _context.Draft.IndexKeys.Add(_freeKey);
            _context.Evidence.Add($"{External} is remembered");
            told += $"; {External} leads to no open ticket yet, and is remembered for this one";
        }

        return StepVerdict.Continue(told);
    }

    private string? WhyNot(TicketCandidate candidate, TicketSnapshot? ticket)
    {
        if (ticket is null)
        {
            return "no such ticket";
        }

        if (External is null || ReferenceEquals(candidate, _byExternalNumber))
        {
            return External is null ? JoinRule.WhyNot(_context, candidate, ticket) : null;
        }

        if (candidate.Strength == MatchStrength.Text)
        {
            return $"the mail has {External}";
        }

        return candidate.Strength == MatchStrength.Tag && External.Covers(_context.Settings.Correlation.SubjectTagPrefix, candidate.TicketNumber)
            ? $"it is {External}"
            : JoinRule.WhyNot(_context, candidate, ticket);
    }
}
