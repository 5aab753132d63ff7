using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Settings;

/// <summary>Values that have to be e-mail addresses.</summary>
internal static class AddressCheck
{
    /// <summary>What is wrong with a value, or nothing.</summary>
    /// <param name="key">The key below <c>HelpDeskEmail</c>.</param>
    /// <param name="address">The value.</param>
    /// <param name="example">An address that could stand there.</param>
    /// <param name="what">Which address is wanted.</param>
    public static IEnumerable<string> Of(string key, string? address, string example, string what = "an address")
    {
        if (!EmailAddress.TryCreate(address, null, out _))
        {
            yield return $"HelpDeskEmail:{key} is '{address}'; write {what}, for instance {example}.";
        }
    }

    /// <summary>What is wrong with the values of a list.</summary>
    /// <inheritdoc cref="Of(string, string?, string, string)"/>
    public static IEnumerable<string> OfList(string key, IEnumerable<string> addresses, string example, string what = "an address") =>
        addresses.SelectMany((address, index) => Of($"{key}:{index}", address, example, what));
}
