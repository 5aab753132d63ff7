using System.Diagnostics;
using System.Globalization;

namespace HelpDesk.Email.Corpus.Tests.Fuzzing;

/// <summary>Damaged mails by the ten thousand: none makes an exception, none hangs.</summary>
/// <remarks>
/// <c>HELPDESK_EMAIL_FUZZ</c> says how many (a million is an hour's work), otherwise a build server takes more than a desk;
/// <c>HELPDESK_EMAIL_FUZZ_FIRST</c> is the number of the first, which repeats one that failed.
/// </remarks>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static int Usual => Environment.GetEnvironmentVariable("CI") == "true" ? 50_000 : 10_000;

    [Fact]
    public void Damaged_mails_make_no_exception_and_come_to_an_end()
    {
        var count = Number("HELPDESK_EMAIL_FUZZ") ?? Usual;
        var run = new FuzzRun();
        var since = Stopwatch.GetTimestamp();
        var problems = run.Run(Number("HELPDESK_EMAIL_FUZZ_FIRST") ?? 0, count, TestContext.Current.CancellationToken);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"fuzz: {count} mails made of {run.SeedCount} in {seconds:F0} s, {problems.Count} problems; the slowest took {run.Slowest.Time.TotalMilliseconds:F0} ms ({run.Slowest.Name})"));
        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
