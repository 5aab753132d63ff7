using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Knowledge;

/// <summary>Puts articles into the knowledge bases that come with the stores.</summary>
/// <remarks>Called from several threads at once, also of several processes. A host with a knowledge base of its own has none.</remarks>
public interface IKnowledgeWriter
{
    /// <summary>Makes an article known, or replaces all that was known under its id.</summary>
    /// <remarks>Saving the same again changes nothing. When the task completes, the next search sees it.</remarks>
    /// <exception cref="StoreUnavailableException">Nothing was changed; a retry may help.</exception>
    ValueTask SaveAsync(KnowledgeArticle article, CancellationToken cancellationToken);

    /// <summary>Takes an article away; nothing happens where there is none with the id.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was changed; a retry may help.</exception>
    ValueTask RemoveAsync(string id, CancellationToken cancellationToken);
}
