using System.Globalization;
using HelpDesk.Email.Benchmarks.Generating;

namespace HelpDesk.Email.Benchmarks.Desks;

/// <summary>Mails as a help desk gets them one after the other: no two alike, from many customers, written just now.</summary>
/// <param name="bodies">Mails of the corpus, whose words are used in turns.</param>
internal sealed class Traffic(IReadOnlyList<byte[]> bodies)
{
    private int _count;

    /// <summary>The customer with a number.</summary>
    public static string Address(long customer) => string.Create(CultureInfo.InvariantCulture, $"customer{customer}@customer.example");

    /// <summary>Questions, each of a new customer.</summary>
    public IReadOnlyList<byte[]> Questions(int count) => [.. Enumerable.Range(0, count).Select(_ => Make(1_000_000_000L + _count, "<nothing@customer.example>"))];

    /// <summary>Answers to mails, each of the customer that it is said for.</summary>
    public IReadOnlyList<byte[]> Answers(IEnumerable<(long Customer, string MessageId)> parents) => [.. parents.Select(parent => Make(parent.Customer, parent.MessageId))];

    private byte[] Make(long customer, string parent)
    {
        var count = _count++;
        return HeaderEdit.With(
            bodies[count % bodies.Count],
            ("From", $"Customer <{Address(customer)}>"),
            ("Subject", string.Create(CultureInfo.InvariantCulture, $"Question {count} about the printer")),
            ("Date", DateTimeOffset.UtcNow.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)),
            ("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<bench.{Environment.ProcessId:x}.{count:x8}@customer.example>")),
            ("In-Reply-To", parent));
    }
}
