using HelpDesk.Email.Benchmarks.Hostile;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>
/// Runs every scanner over every input that is hostile to it: a megabyte may take four times what a quarter takes, and 16 may
/// take 16 times as long. Of each scanner the worst input is reported.
/// </summary>
internal sealed class HostileLinearRow : IBenchmarkRow
{
    private const int Quarter = 1 << 18;
    private const int Whole = 1 << 20;
    private const int Sixteen = 1 << 24;
    private const int Repeats = 7;
    private const int Rounds = 4;
    private const double Bar = 5;
    private const double Aim = 4.3;
    private const double MostMilliseconds = 250;
    private const double FewMilliseconds = 50;

    public string Name => "hostile-linear";

    public string Measures => "every scanner over what is hostile to it: 1 MB against 256 kB, milliseconds a megabyte, up to 16 MB";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        foreach (var scanner in Scanners.All)
        {
            HostileTimes[] times = [.. scanner.Inputs.Select(input => Measure(scanner, input))];

            // What looks bad is looked at again when the moment has passed, and the shortest times count: other programs make a
            // scanner slower than it is, and nothing makes it faster.
            for (var again = 0; again < Rounds && Array.Exists(times, IsBad); again++)
                times = [.. times.Select((time, i) => IsBad(time) ? time.OrLess(Measure(scanner, scanner.Inputs[i])) : time)];
            var steepest = times.MaxBy(time => time.Ratio)!;
            var slowest = times.MaxBy(time => time.Whole)!;
            var longest = times.MaxBy(time => time.Sixteen)!;
            yield return new Figure(Name, $"{scanner.Name}: 1 MB / 256 kB ({steepest.Input})", "x", Of(times, time => time.Ratio), Bar, Aim);
            yield return new Figure(Name, $"{scanner.Name}: a megabyte ({slowest.Input})", "ms", Of(times, time => time.Whole * 1000), MostMilliseconds, FewMilliseconds);
            yield return new Figure(Name, $"{scanner.Name}: of 16, each ({longest.Input})", "ms", Of(times, time => time.Sixteen * 1000 / 16), MostMilliseconds, FewMilliseconds);
        }
    }

    public static HostileTimes Measure(Scanner scanner, HostileInput input)
    {
        var quarter = scanner.Prepare(input.Make(Quarter));
        var whole = scanner.Prepare(input.Make(Whole));
        var sum = quarter() + whole() + quarter() + whole();
        var runs = Math.Clamp((int)(0.002 / Math.Max(Seconds(quarter, 1, ref sum), 1e-6)), 1, 200);
        var quarters = new double[Repeats];
        var wholes = new double[Repeats];
        for (var i = 0; i < Repeats; i++)
        {
            wholes[i] = Seconds(whole, runs, ref sum);
            quarters[i] = Seconds(quarter, runs * 2, ref sum);
        }

        var longest = Seconds(scanner.Prepare(input.Make(Sixteen)), 1, ref sum);
        return new HostileTimes(input.Name, quarters.Min(), wholes.Min(), Spread.Of(wholes).Median, longest);
    }

    // The bar is for the worst of them.
    private static Spread Of(HostileTimes[] times, Func<HostileTimes, double> value) => new(times.Max(value), times.Min(value), times.Max(value));

    private static bool IsBad(HostileTimes time) =>
        time.Ratio > Aim || time.Whole * 1000 > FewMilliseconds || time.Sixteen * 1000 / 16 > FewMilliseconds;

    private static double Seconds(Func<long> work, int runs, ref long sum)
    {
        var started = ProcessorTime.Seconds;
        for (var i = 0; i < runs; i++)
            sum += work();
        return (ProcessorTime.Seconds - started) / runs;
    }
}
