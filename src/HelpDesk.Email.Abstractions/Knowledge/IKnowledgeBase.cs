using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Knowledge;

/// <summary>Articles that may answer a question before a person does.</summary>
/// <remarks>
/// Called from several threads at once. What it gives goes to customers: an article that they may not read has no place in
/// the answer. Throw <see cref="StoreUnavailableException"/> when the articles can't be reached. An acknowledgement goes out
/// without suggestions whatever is thrown, and nothing is tried again for their sake.
/// </remarks>
public interface IKnowledgeBase
{
    /// <summary>Finds the articles that fit best, the best first.</summary>
    /// <param name="query">What is asked. Its text is anybody's: no character of it is an operator, and it may be long.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>At most <see cref="KnowledgeQuery.MaxResults"/>; none where nothing fits.</returns>
    ValueTask<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken);
}
