using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Email.Correlation;

/// <summary>The number of another ticket system in a mail of that system.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Number">The number, in upper case.</param>
/// <param name="Text">All that the rule's pattern matched.</param>
internal sealed record ExternalNumber(ExternalNumberRule Rule, string Number, string Text)
{
    /// <summary>How many tickets, one after another, may be made with one number.</summary>
    public const int MostTickets = 100;

    /// <summary>The keys of the message index for the first, second, third... ticket that is made with this number.</summary>
    /// <remarks>They have no angle brackets, so that no Message-ID in a mail can be one of them.</remarks>
    public IReadOnlyList<string> Keys => [.. Enumerable.Range(0, MostTickets).Select(i => Key(i))];

    /// <summary>Whether it is the same number of the same system.</summary>
    public bool IsSameAs(ExternalNumber other) => Rule == other.Rule && Number == other.Number;

    /// <summary>Whether a tag in the mail is but a piece of what the other system writes.</summary>
    public bool Covers(string prefix, string number) => Text.Contains(prefix + number, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => $"number {Number} by {Rule.Key}";

    private string Key(int ticket)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Rule.From}\n{Rule.Number}\n{Number}\n{ticket.ToString(CultureInfo.InvariantCulture)}"));
        return $"external.{Convert.ToHexStringLower(hash.AsSpan(0, 20))}@index";
    }
}
