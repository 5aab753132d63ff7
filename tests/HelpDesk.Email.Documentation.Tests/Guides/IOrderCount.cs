namespace HelpDesk.Email.Documentation.Tests.Guides;

/// <summary>What stands for a host's own tables.</summary>
internal interface IOrderCount
{
    ValueTask<int> CountAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
