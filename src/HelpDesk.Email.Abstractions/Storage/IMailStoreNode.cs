namespace HelpDesk.Email.Storage;

/// <summary>One process among those that share a mail store; disposing it leaves the store and frees the name.</summary>
/// <remarks>Claims that were not ended are not given back by it: they end with their leases, or when the name joins again.</remarks>
public interface IMailStoreNode : IAsyncDisposable
{
    /// <summary>The name under which the process claims.</summary>
    string Name { get; }
}
