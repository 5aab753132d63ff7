using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Correlation;

/// <summary>Has mails with one number of another system go one after another, so that two that come at once make one ticket.</summary>
/// <remarks>
/// A mail waits for older ones, and for younger ones whose decision stands already. Nobody waits for each other: a decided row
/// does not wait any more. Whoever looks after them finds in the index what they made, which is written when they finish.
/// </remarks>
internal sealed class ExternalNumberQueue(IMailStore store, TimeProvider time)
{
    private const int MostRows = 100;
    private const int MostOpened = 16;

    /// <summary>Whether another mail with the number has to be finished first; not for longer than a mail waits for its parent.</summary>
    public async ValueTask<bool> IsAnotherAheadAsync(InboundContext context, ExternalNumber number, CancellationToken cancellationToken)
    {
        var entry = context.Entry;
        if (entry.WaitingSince is { } since && time.GetUtcNow() - since >= context.Settings.Processing.MaxWaitForParent)
        {
            return false;
        }

        var older = await store.Journal.FindAsync(new JournalQuery { Finished = false, Before = entry.Id, Limit = MostRows }, cancellationToken).ConfigureAwait(false);
        var youngest = await store.Journal.FindAsync(new JournalQuery { Finished = false, Limit = MostRows }, cancellationToken).ConfigureAwait(false);
        var opened = 0;
        foreach (var other in older.Concat(youngest.Where(row => row.Id > entry.Id && row.State != JournalState.Received)))
        {
            if (other.Origin == JournalOrigin.Mail && other.Facts.From is { } from && number.Rule.IsFor(from)
                && await HasAsync(other, number, opened++ < MostOpened, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    // What can't be told counts as the same: to wait costs little.
    private async ValueTask<bool> HasAsync(JournalEntry other, ExternalNumber number, bool mayOpen, CancellationToken cancellationToken)
    {
        if (number.Rule.InSubject(other.Facts.Subject) is { } found)
        {
            return found.IsSameAs(number);
        }

        if (!number.Rule.SearchesBody)
        {
            return false;
        }

        using var content = mayOpen ? await store.Journal.OpenContentAsync(other.Id, cancellationToken).ConfigureAwait(false) : null;
        return content is null || Has(content, number);
    }

    private static bool Has(MailContent content, ExternalNumber number) =>
        VisibleTexts.Of(InboundMailReader.Read(content)).Select(number.Rule.InBody).Any(found => found?.IsSameAs(number) == true);
}
