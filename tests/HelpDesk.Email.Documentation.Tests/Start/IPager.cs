namespace HelpDesk.Email.Documentation.Tests.Start;

/// <summary>Wakes people up.</summary>
internal interface IPager
{
    /// <summary>Pages the duty officer, once for each key.</summary>
    Task PageAsync(Guid key, string text, CancellationToken cancellationToken);
}
