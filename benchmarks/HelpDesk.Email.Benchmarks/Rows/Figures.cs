using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>The figures that most rows give: time, speed and memory per message, and the ratio to a yardstick.</summary>
/// <param name="Row">The row.</param>
/// <param name="Pairs">What was measured over all the messages.</param>
/// <param name="Messages">How many these are.</param>
/// <param name="Octets">How many octets, or characters, they have together.</param>
internal sealed record Figures(string Row, Pairs Pairs, int Messages, long Octets)
{
    public Figure Time(string of) => new(Row, $"{of}: time a message", "µs", Pairs.Subject.Times(1e6 / Messages));

    public Figure Speed(string of) => new(Row, $"{of}: speed", "MB/s", Pairs.Subject.Per(Octets / 1e6));

    public Figure Memory(string of, double? bar = null, double? aim = null) =>
        new(Row, $"{of}: allocated a message", "KiB", Spread.Once(Pairs.Allocated / Messages / 1024), bar, aim);

    public Figure Ratio(string of, string yardstick, double? bar = null, double? aim = null) =>
        new(Row, $"{of}: time / {yardstick}", "x", Pairs.Ratio, bar, aim);
}
