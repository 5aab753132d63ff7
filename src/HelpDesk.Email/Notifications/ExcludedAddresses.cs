using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Notifications;

/// <summary>Who gets no mail that nobody writes: <c>AutomaticAnswers:Exclude</c>.</summary>
internal static class ExcludedAddresses
{
    /// <summary>Whether a list has an address, or its domain.</summary>
    public static bool Has(IList<string> written, EmailAddress address) =>
        written.SelectMany(Lines).Any(line => line[0] == '@'
            ? line.AsSpan(1).Equals(address.Domain, StringComparison.OrdinalIgnoreCase)
            : EmailAddress.TryCreate(line, null, out var excluded) && excluded.Equals(address));

    /// <summary>What is wrong with a list.</summary>
    public static IEnumerable<string> Check(IList<string> written) =>
        written.SelectMany((element, index) => Lines(element)
            .Where(line => !EmailAddress.TryCreate(line[0] == '@' ? $"somebody{line}" : line, null, out _))
            .Select(line => $"HelpDeskEmail:AutomaticAnswers:Exclude:{index} has '{line}'; write an address, for instance robot@example.com, or a domain as @example.com."));

    private static IEnumerable<string> Lines(string element) =>
        element.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
