namespace HelpDesk.Email.Testing.Tests.Broken;

internal static class AroundExtensions
{
    /// <summary>Makes the call, spoiled where there is something that spoils it.</summary>
    public static ValueTask<TResult> CallAsync<TArgument, TResult>(
        this Around<TArgument, TResult>? around,
        TArgument argument,
        Func<TArgument, ValueTask<TResult>> next,
        CancellationToken cancellationToken) =>
        around is null
            ? next(argument)
            : new ValueTask<TResult>(around(argument, passed => next(passed).AsTask(), cancellationToken));
}
