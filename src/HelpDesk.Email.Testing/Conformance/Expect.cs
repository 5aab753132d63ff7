using System.Diagnostics.CodeAnalysis;

namespace HelpDesk.Email.Testing.Conformance;

/// <summary>What a proof expects; the text says what was found instead.</summary>
internal static class Expect
{
    public static void That([DoesNotReturnIf(false)] bool holds, string found)
    {
        if (!holds)
        {
            throw new ConformanceException(found);
        }
    }

    public static void Same<T>(T expected, T found, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            var (wanted, given) = Difference.Between(Show(expected), Show(found));
            throw new ConformanceException($"{what} is '{given}', expected is '{wanted}'.");
        }
    }

    public static void SameList<T>(IEnumerable<T> expected, IEnumerable<T> found, string what)
    {
        T[] wanted = [.. expected];
        T[] given = [.. found];
        That(wanted.SequenceEqual(given), $"{what} is [{string.Join(", ", given)}], expected is [{string.Join(", ", wanted)}].");
    }

    /// <summary>One element, no more and no fewer.</summary>
    public static T One<T>(IReadOnlyList<T> found, string what)
    {
        That(found.Count == 1, $"{what}: {found.Count} were given, expected is exactly one.");
        return found[0];
    }

    public static T Present<T>([NotNull] T? found, string what)
        where T : class
    {
        That(found is not null, $"{what} is absent.");
        return found;
    }

    /// <summary>Whether the call ended because its token was cancelled; anything else it throws goes on.</summary>
    public static async Task<bool> IsCancelledAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>That a call fails, with whatever exception the store has for it.</summary>
    public static async Task ThrowsAsync(Func<Task> call, string found)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not ConformanceException)
        {
            return;
        }

        throw new ConformanceException(found);
    }

    private static string Show<T>(T value) => value switch
    {
        null => "nothing",
        DateTimeOffset instant => instant.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
