using System.Data.Common;

namespace HelpDesk.Email.CrashCampaign.Stores;

/// <summary>The database of the help desk, and a way to look into it past the help desk.</summary>
internal interface IStoreUnderTest : IAsyncDisposable
{
    /// <summary>The name on the command line.</summary>
    string Kind { get; }

    /// <summary>What the worker opens.</summary>
    string ConnectionString { get; }

    /// <summary>Opens a connection that only reads.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>What the database itself says is broken in it.</summary>
    Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken);
}
