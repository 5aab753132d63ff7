namespace HelpDesk.Email.Storage;

/// <summary>One process among those that share a mail store; disposing it leaves the store and frees the name.</summary>
public interface IMailStoreNode : IAsyncDisposable
{
    /// <summary>The name under which the process claims.</summary>
    string Name { get; }
}
