namespace HelpDesk.Email.Testing.Tests.Broken;

/// <summary>Stands around one call of a store that is in order, and spoils it.</summary>
internal delegate Task<TResult> Around<TArgument, TResult>(
    TArgument argument, Func<TArgument, Task<TResult>> next, CancellationToken cancellationToken);
