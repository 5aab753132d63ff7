using System.Collections;
using System.Reflection;

namespace HelpDesk.Email.Settings;

/// <summary>Compares settings by what they say: a reload makes all of them anew, and only what changed is to be done anew.</summary>
internal static class SameSettings
{
    /// <summary>Whether two sets of plain properties and lists of plain values say the same.</summary>
    public static bool Are<T>(T one, T other)
        where T : class
    {
        return ReferenceEquals(one, other) || typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .All(property => AreValues(property.GetValue(one), property.GetValue(other)));
    }

    private static bool AreValues(object? one, object? other) => one is IEnumerable and not string && other is IEnumerable
        ? ((IEnumerable)one).Cast<object?>().SequenceEqual(((IEnumerable)other).Cast<object?>())
        : Equals(one, other);
}
