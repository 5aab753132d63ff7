using HelpDesk.Email.Benchmarks.Hostile;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>What stands behind <see cref="HostileLinearRow"/>: each scanner over each input by itself.</summary>
internal sealed class HostileInputsRow : IBenchmarkRow
{
    public string Name => "hostile-inputs";

    public string Measures => "the single inputs of hostile-linear; runs only where it is named";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        foreach (var scanner in Scanners.All)
        {
            foreach (var input in scanner.Inputs)
            {
                var times = HostileLinearRow.Measure(scanner, input);
                yield return new Figure(Name, $"{scanner.Name}: {input.Name}: 1 MB / 256 kB", "x", Spread.Once(times.Ratio));
                yield return new Figure(Name, $"{scanner.Name}: {input.Name}: a megabyte", "ms", Spread.Once(times.Whole * 1000));
                yield return new Figure(Name, $"{scanner.Name}: {input.Name}: of 16, each", "ms", Spread.Once(times.Sixteen * 1000 / 16));
            }
        }
    }
}
