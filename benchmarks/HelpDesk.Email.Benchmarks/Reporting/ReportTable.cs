using System.Globalization;

namespace HelpDesk.Email.Benchmarks.Reporting;

/// <summary>Writes figures as lines that people read.</summary>
internal static class ReportTable
{
    public const string Heading = "row               figure                                             median        min        max unit    bar    aim  reached";

    public static string Line(Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{figure.Row,-17} {figure.Name,-46} {Number(figure.Value.Median),10} {Number(figure.Value.Min),10} {Number(figure.Value.Max),10} {figure.Unit,-5} {Limit(figure.Bar),5}  {Limit(figure.Aim),5}  {figure.Verdict}").TrimEnd();

    private static string Limit(double? limit) => limit is { } number ? number.ToString("0.##", CultureInfo.InvariantCulture) : "";

    private static string Number(double value) => value switch
    {
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
