using System.Globalization;

namespace HelpDesk.Email.Settings;

/// <summary>Values that have to lie between two others.</summary>
internal static class Bounds
{
    /// <summary>What is wrong with a value, or <see langword="null"/>.</summary>
    public static string? Check<T>(string key, T value, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? string.Create(CultureInfo.InvariantCulture, $"HelpDeskEmail:{key} is {value}; write a value from {least} to {most}.")
            : null;
}
