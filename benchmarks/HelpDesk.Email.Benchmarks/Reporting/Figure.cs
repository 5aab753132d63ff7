using HelpDesk.Email.Benchmarks.Measuring;

namespace HelpDesk.Email.Benchmarks.Reporting;

/// <summary>One number of the report.</summary>
/// <param name="Row">The row it belongs to.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Value">What it was.</param>
/// <param name="Bar">What it must not be above, if anything.</param>
/// <param name="Aim">What it should not be above.</param>
internal sealed record Figure(string Row, string Name, string Unit, Spread Value, double? Bar = null, double? Aim = null)
{
    public bool MissesBar => Value.Median > Bar;

    public string Verdict => this switch
    {
        { MissesBar: true } => "MISSES THE BAR",
        { Aim: { } aim } when Value.Median > aim => Bar is null ? "misses the aim" : "bar",
        { Aim: not null } => "aim",
        { Bar: not null } => "bar",
        _ => "",
    };
}
