using System.Diagnostics;
using HelpDesk.Email.Benchmarks.Hostile;

namespace HelpDesk.Email.Benchmarks.Tests.Hostile;

public class HangGuardTests
{
    private const int Megabyte = 1 << 20;

    // A hundred times what the slowest takes; a quadratic scanner takes minutes.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string> Cases =>
        new(Scanners.All.SelectMany(scanner => scanner.Inputs.Select(input => (scanner.Name, input.Name))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_scanner_comes_to_the_end_of_hostile_input(string scanner, string input)
    {
        var subject = Scanners.All.Single(candidate => candidate.Name == scanner);
        var work = subject.Prepare(subject.Inputs.Single(candidate => candidate.Name == input).Make(Megabyte));
        var started = Stopwatch.GetTimestamp();
        work();
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Generous);
    }
}
