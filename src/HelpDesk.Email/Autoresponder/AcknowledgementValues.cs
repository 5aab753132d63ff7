using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Autoresponder;

/// <summary>Gives an acknowledgement what the department says of it: the words of its links, and articles that may answer the mail.</summary>
internal sealed class AcknowledgementValues(IEnumerable<IKnowledgeBase> articles, TimeProvider time)
{
    // Who asks states the trouble first; what is quoted and signed below only blurs it.
    private const int MaxText = 2000;

    private readonly IKnowledgeBase? _articles = articles.LastOrDefault();

    /// <summary>The mail with its values, and a line for the trace where there is something to say.</summary>
    public async ValueTask<(PlannedMail Mail, TraceLine? Said)> AddAsync(PlannedMail mail, Occasion occasion, CancellationToken cancellationToken)
    {
        if (!mail.IsAcknowledgement || occasion.Ticket is not { } ticket)
        {
            return (mail, null);
        }

        var options = occasion.Settings.Options.DepartmentOf(ticket.Department).Autoresponder;
        var (found, said) = await SuggestAsync(ticket, occasion, options.Articles, cancellationToken).ConfigureAwait(false);
        var values = new Dictionary<string, object?>(mail.Values, StringComparer.Ordinal)
        {
            ["articles"] = found,
            ["links"] = Links(options),
        };
        return (mail with { Values = values }, said);
    }

    private static Dictionary<string, object?> Links(AutoresponderOptions options)
    {
        var links = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in new[] { ("viewText", options.ViewText), ("browse", options.Articles.BrowseUrl), ("browseText", options.BrowseText) })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                links[name] = value;
            }
        }

        return links;
    }

    // An acknowledgement without articles is worth more than none, so whatever goes wrong here is only told.
    private async ValueTask<(IReadOnlyList<object?> Found, TraceLine? Said)> SuggestAsync(TicketSnapshot ticket, Occasion occasion, ArticleSuggestionOptions options, CancellationToken cancellationToken)
    {
        if (!options.Enabled || _articles is null)
        {
            return ([], null);
        }

        try
        {
            var text = occasion.Entry?.Text ?? string.Empty;
            var query = new KnowledgeQuery($"{ticket.Subject}\n{(text.Length > MaxText ? text[..MaxText] : text)}")
            {
                Folders = [.. options.Folders],
                MaxResults = options.MaxResults,
            };
            var hits = await _articles.SearchAsync(query, cancellationToken).ConfigureAwait(false);
            return ([.. hits.Select(Value)], Line("suggested", hits.Count == 0 ? "no article fits" : string.Join(", ", hits.Select(hit => hit.Id))));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return ([], Line("failed", $"the knowledge base gave no answer ({e.GetType().Name}: {e.Message}); the acknowledgement goes out without articles"));
        }
    }

    private static Dictionary<string, object?> Value(KnowledgeHit hit) => new(StringComparer.Ordinal)
    {
        ["title"] = hit.Title,
        ["url"] = hit.Url,
        ["text"] = hit.Excerpt,
    };

    private TraceLine Line(string verdict, string reason) => new("Articles", verdict, reason) { At = time.GetUtcNow() };
}
